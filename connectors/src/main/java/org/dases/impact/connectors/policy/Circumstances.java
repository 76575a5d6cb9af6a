// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.connectors.odrl.Value;

/**
 * What the engine knows of the world at one of its own requests, beside time and purpose. What is not here is unknown.
 *
 * @param context left operand of ODRL to the values that are the case
 * @param counts left operand to the count that this use has, itself included
 * @param members broader name to some of the names that belong to it
 */
public record Circumstances(
        Map<String, List<Value>> context, Map<String, BigDecimal> counts, Map<String, Set<String>> members) {
    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances(Map.of(), Map.of(), Map.of());

    public Circumstances {
        context = Map.copyOf(context);
        counts = Map.copyOf(counts);
        Map<String, Set<String>> copy = new HashMap<>();
        members.forEach((whole, parts) -> copy.put(whole, Set.copyOf(parts)));
        members = Map.copyOf(copy);
    }
}
