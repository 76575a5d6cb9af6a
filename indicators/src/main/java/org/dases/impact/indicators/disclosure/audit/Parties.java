// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What parties that know some sums could compute of others, by what random changes do to both: a sum follows from some
 * sums, up to what everybody knows, if whatever leaves these as they are leaves it as it is.
 */
final class Parties {
    private final LinearProbe.Forbidden forbidden;
    private final Map<Long, List<Integer>> ofOneForm = new HashMap<>();
    private final Map<Integer, Combinations> ofSeveral = new HashMap<>();

    /**
     * Parties by what the changes do to the sums that each knows.
     *
     * @param known for each party, by how much each change changes each of its sums
     */
    Parties(List<List<long[]>> known, LinearProbe.Forbidden forbidden) {
        this.forbidden = forbidden;
        for (int party = 0; party < known.size(); party++) {
            Combinations combinations = Combinations.of(known.get(party));
            if (combinations.rank() == 1) {
                long form = known.get(party).stream()
                        .filter(Parties::isHidden)
                        .mapToLong(Parties::form)
                        .findFirst()
                        .orElseThrow();
                ofOneForm.computeIfAbsent(form, key -> new ArrayList<>()).add(party);
            } else if (combinations.rank() > 1) {
                ofSeveral.put(party, combinations);
            }
        }
    }

    /** Which of some sums a party could compute that has no business to; none that everybody knows. */
    BitSet reached(List<long[]> sums) {
        Map<Long, List<Integer>> alike = new HashMap<>();
        for (int sum = 0; sum < sums.size(); sum++) {
            if (isHidden(sums.get(sum))) {
                alike.computeIfAbsent(form(sums.get(sum)), key -> new ArrayList<>())
                        .add(sum);
            }
        }
        // of many sums and many parties this takes long; who is asked about them need not be safe for threads
        List<Alike> found = alike.entrySet().parallelStream()
                .map(each -> new Alike(
                        each.getValue(),
                        partiesOf(each.getKey(), sums.get(each.getValue().get(0)))))
                .toList();
        BitSet reached = new BitSet();
        found.forEach(each -> each.sums().stream()
                .filter(sum -> each.parties().stream().anyMatch(party -> forbidden.isForbidden(party, sum)))
                .forEach(reached::set));
        return reached;
    }

    /** Sums of one form, and who could compute them. */
    private record Alike(List<Integer> sums, List<Integer> parties) {}

    private List<Integer> partiesOf(long form, long[] sum) {
        List<Integer> parties = new ArrayList<>(ofOneForm.getOrDefault(form, List.of()));
        ofSeveral.forEach((party, combinations) -> {
            if (combinations.contains(sum)) {
                parties.add(party);
            }
        });
        return parties;
    }

    private static boolean isHidden(long[] changes) {
        return changes[0] != 0;
    }

    /** The same for multiples of a sum, and for no others but by a very small chance. */
    private static long form(long[] changes) {
        return HiddenChange.ratio(changes[0], changes[1]);
    }
}
