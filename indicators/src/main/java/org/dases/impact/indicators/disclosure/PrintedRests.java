// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * Looks for small groups that follow from three printed numbers or more: the learners whom parts share, from a whole
 * and all of its parts, and those above the line of neither of two rates of the same people. Shares no code with what
 * decided on them.
 */
final class PrintedRests {
    private final Set<String> leaks = new TreeSet<>();

    private PrintedRests() {}

    /** Small groups that follow, in words without numbers; empty if there is none. */
    static List<String> find(Collection<PrintedCount> counts, Map<String, Integer> thresholds, Rules rules) {
        PrintedRests rests = new PrintedRests();
        List<PrintedCount> numerators = new ArrayList<>();
        for (PrintedCount count : counts) {
            int least = count.isNumerator() ? rules.side() : thresholds.getOrDefault(count.indicator(), 0);
            rests.findShared(count, least);
            if (count.isNumerator()) {
                int k = thresholds.getOrDefault(count.indicator(), 0);
                numerators.forEach(before ->
                        rests.findLeftOver(before, count, Math.max(k, thresholds.getOrDefault(before.indicator(), 0))));
                numerators.add(count);
            }
        }
        return List.copyOf(rests.leaks);
    }

    private void findShared(PrintedCount count, int least) {
        Set<String> listed = new HashSet<>();
        count.entries().forEach(entry -> listed.add(entry.table().id() + entry.at()));
        count.secrets().forEach((table, cohorts) -> cohorts.forEach(at -> listed.add(table + at)));
        Map<String, Long> wholes = new HashMap<>();
        Map<String, Long> sums = new HashMap<>();
        for (PrintedCount.Entry entry : count.entries()) {
            String table = entry.table().id();
            wholes.put(table + entry.at(), entry.persons());
            for (int axis = 0; axis < entry.at().size(); axis++) {
                sums.merge(family(table, entry.at(), axis, listed), entry.persons(), Long::sum);
            }
        }
        count.secrets()
                .forEach((table, cohorts) -> cohorts.forEach(at -> {
                    for (int axis = 0; axis < at.size(); axis++) {
                        sums.remove(family(table, at, axis, listed));
                    }
                }));
        sums.forEach((family, sum) -> {
            long shared = sum - wholes.getOrDefault(family.substring(family.indexOf('/') + 1), sum);
            if (shared > 0 && shared < least) {
                leaks.add("parts of a whole share a small group, as their printed numbers tell: indicator "
                        + count.indicator());
            }
        });
    }

    private void findLeftOver(PrintedCount one, PrintedCount other, int least) {
        List<Long> rests = new ArrayList<>();
        for (PrintedCount.Entry entry : one.entries()) {
            for (PrintedCount.Entry its : other.at(entry.place())) {
                if (entry.everybody() != its.everybody() || entry.persons() + its.persons() > entry.everybody()) {
                    return;
                }
                rests.add(entry.everybody() - entry.persons() - its.persons());
            }
        }
        if (rests.stream().anyMatch(rest -> rest > 0 && rest < least)) {
            leaks.add("two printed rates of the same people leave a small group over: indicators " + one.indicator()
                    + " and " + other.indicator());
        }
    }

    /** The axis and the nearest listed cohort that contains one on it; no listed cohort for one that none contains. */
    private static String family(String table, List<Node> at, int axis, Set<String> listed) {
        List<Node> whole = new ArrayList<>(at);
        Node node = at.get(axis);
        do {
            if (node.isTotal()) {
                return axis + "/";
            }
            node = node.parent();
            whole.set(axis, node);
        } while (!listed.contains(table + whole));
        return axis + "/" + table + whole;
    }
}
