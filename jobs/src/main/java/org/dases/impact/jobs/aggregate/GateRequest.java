// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/**
 * What is asked of the gate alone.
 *
 * @param cells CSV file of the inner cells
 * @param hierarchies JSON file of the hierarchies
 * @param out CSV file to write
 * @param witnesses restricted file to write what proves that nothing can be bounded, or none
 * @param k least number of persons in a cell
 * @param zeros what becomes of zeros
 * @param singletons whether a school or provider that subtracts itself is reckoned with
 * @param attacker what is reckoned with beside adding and subtracting
 * @param schools least number of distinct schools, or none
 * @param largestSchoolPercent greatest share of the largest school, or none
 * @param providers least number of distinct providers, or none
 * @param previous files that were written for earlier releases of the same table, the oldest first
 * @param explain cells of which it is asked why they are withheld, each as codes by dimension
 * @param advise whether it is asked what coarser levels would save
 * @param dry whether nothing is to be written
 */
public record GateRequest(
        Path cells,
        Path hierarchies,
        Path out,
        Optional<Path> witnesses,
        int k,
        Zeros zeros,
        boolean singletons,
        Attacker attacker,
        OptionalInt schools,
        OptionalInt largestSchoolPercent,
        OptionalInt providers,
        List<Path> previous,
        List<Map<String, String>> explain,
        boolean advise,
        boolean dry) {
    public GateRequest {
        previous = List.copyOf(previous);
        explain = List.copyOf(explain);
    }

    Rules rules() {
        return new Rules(k, 0, 0, schools, largestSchoolPercent, providers, zeros, singletons, attacker);
    }

    /** What is asked beside k. */
    Limits limits() {
        return new Limits(
                Limits.NONE.denominator(),
                Limits.NONE.side(),
                schools.orElse(Limits.NONE.schools()),
                largestSchoolPercent.orElse(Limits.NONE.largestSchoolPercent()),
                providers.orElse(Limits.NONE.providers()));
    }
}
