// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * Looks for small groups that follow from three printed numbers or more: the learners whom parts share, from a whole
 * and all of its parts, and those above the line of neither of two rates of the same people. Shares no code with what
 * decided on them.
 */
final class PrintedRests {
    /** What is left over of rates that are of other people. */
    private static final long OF_OTHERS = -1;

    private final Set<String> leaks = new TreeSet<>();

    private final PrintedPlaces places;

    private PrintedRests(PrintedPlaces places) {
        this.places = places;
    }

    /** Small groups that follow, in words without numbers; empty if there is none. */
    static List<String> find(
            List<ClearedTable> tables,
            PrintedPlaces places,
            Collection<PrintedCount> counts,
            Map<String, Integer> thresholds,
            Rules rules) {
        PrintedRests rests = new PrintedRests(places);
        List<PrintedCount> numerators = new ArrayList<>();
        for (PrintedCount count : counts) {
            int least = count.isNumerator() ? rules.side() : thresholds.getOrDefault(count.indicator(), 0);
            tables.forEach(table -> rests.findShared(table, count, least));
            if (count.isNumerator()) {
                int k = thresholds.getOrDefault(count.indicator(), 0);
                numerators.forEach(before ->
                        rests.findLeftOver(before, count, Math.max(k, thresholds.getOrDefault(before.indicator(), 0))));
                numerators.add(count);
            }
        }
        return List.copyOf(rests.leaks);
    }

    private void findShared(ClearedTable table, PrintedCount count, int least) {
        List<PrintedCount.Entry> entries = count.entries().stream()
                .filter(entry -> isIn(entry.table(), table))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        List<PrintedCount.Secret> secrets = count.secrets().stream()
                .filter(secret -> isIn(secret.table(), table))
                .toList();
        long[] persons = new long[places.size()];
        BitSet listed = new BitSet();
        entries.forEach(entry -> {
            persons[entry.place()] = entry.persons();
            listed.set(entry.place());
        });
        secrets.forEach(secret -> listed.set(secret.place()));
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Map<Integer, Long> sums = new HashMap<>();
            for (PrintedCount.Entry entry : entries) {
                int whole = places.whole(table, entry.at(), axis, listed::get);
                sums.merge(whole, entry.persons(), Long::sum);
            }
            for (PrintedCount.Secret secret : secrets) {
                sums.remove(places.whole(table, secret.at(), axis, listed::get));
            }
            sums.remove(PrintedPlaces.NONE);
            sums.forEach((whole, sum) -> {
                long shared = sum - persons[whole];
                if (persons[whole] > 0 && shared > 0 && shared < least) {
                    leaks.add("parts of a whole share a small group, as their printed numbers tell: indicator "
                            + count.indicator());
                }
            });
        }
    }

    private static boolean isIn(ClearedTable one, ClearedTable other) {
        return one.id().equals(other.id());
    }

    private void findLeftOver(PrintedCount one, PrintedCount other, int least) {
        List<Long> rests = new ArrayList<>();
        for (PrintedCount.Entry entry : one.entries()) {
            other.forEachAt(entry.place(), its -> {
                long rest = entry.everybody() - entry.persons() - its.persons();
                rests.add(entry.everybody() == its.everybody() ? rest : OF_OTHERS);
            });
        }
        if (rests.stream().allMatch(rest -> rest >= 0) && rests.stream().anyMatch(rest -> rest > 0 && rest < least)) {
            leaks.add("two printed rates of the same people leave a small group over: indicators " + one.indicator()
                    + " and " + other.indicator());
        }
    }
}
