// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Left operands that have a name of their own in ODRL 2.2, in Eclipse EDC ({@code inForceDate}) or in Prometheus-X.
 *
 * @see <a href="https://www.w3.org/TR/odrl-vocab/#constraintLeftOperandCommon">ODRL vocabulary, left operands</a>
 */
public final class Operands {
    private static final List<String> NAMES = List.of(
            ("absolutePosition absoluteSize absoluteSpatialPosition absoluteTemporalPosition count dateTime delayPeriod"
                            + " deliveryChannel device elapsedTime event fileFormat industry language media meteredTime"
                            + " payAmount percentage product purpose recipient relativePosition relativeSize"
                            + " relativeSpatialPosition relativeTemporalPosition resolution spatial spatialCoordinates"
                            + " system systemDevice timeInterval unitOfCount version virtualLocation"
                            + " inForceDate role usageCount")
                    .split(" "));

    private static final Map<String, String> SAME = Map.of("device", "systemDevice", "system", "systemDevice");

    private static final Map<String, String> SPELLINGS = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Operands::present));

    private Operands() {}

    private static String present(String name) {
        return SAME.getOrDefault(name, name);
    }

    /**
     * The operand of a name, whatever its capitals, and the present one for a deprecated one.
     *
     * @param name for instance {@code Datetime}
     * @return for instance {@code dateTime}; the name itself when it is none of these
     */
    public static String known(String name) {
        return SPELLINGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /**
     * All of these operands.
     *
     * @return their names in ODRL's spelling
     */
    public static Stream<String> all() {
        return NAMES.stream();
    }
}
