// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for small groups that follow from three printed numbers or more: the learners whom parts share, from a whole
 * and all of its parts, and those above the line of neither of two rates of the same people. Shares no code with what
 * decided on them.
 */
final class PrintedRests {
    private final Rules rules;
    private final Set<String> leaks = new TreeSet<>();

    private PrintedRests(Rules rules) {
        this.rules = rules;
    }

    /** Small groups that follow, in words without numbers; empty if there is none. */
    static List<String> find(Collection<PrintedCount> counts, Map<String, Integer> thresholds, Rules rules) {
        PrintedRests rests = new PrintedRests(rules);
        List<PrintedCount> numerators = new ArrayList<>();
        for (PrintedCount count : counts) {
            int least = count.isNumerator() ? rules.side() : thresholds.getOrDefault(count.indicator(), 0);
            rests.findShared(count, least);
            if (count.isNumerator()) {
                numerators.forEach(before -> rests.findLeftOver(before, count));
                numerators.add(count);
            }
        }
        return List.copyOf(rests.leaks);
    }

    private void findShared(PrintedCount count, int least) {
        Map<String, Long> sums = new HashMap<>();
        Map<String, Long> wholes = new HashMap<>();
        for (PrintedCount.Entry entry : count.entries()) {
            for (int axis = 0; axis < entry.at().size(); axis++) {
                wholes.put(family(entry.table().id(), axis, entry.at()), entry.persons());
                Node own = entry.at().get(axis);
                if (!own.isTotal()) {
                    sums.merge(family(entry.table().id(), axis, parent(entry.at(), axis)), entry.persons(), Long::sum);
                }
            }
        }
        count.secrets()
                .forEach((table, cohorts) -> cohorts.forEach(at -> {
                    for (int axis = 0; axis < at.size(); axis++) {
                        if (!at.get(axis).isTotal()) {
                            sums.remove(family(table, axis, parent(at, axis)));
                        }
                    }
                }));
        sums.forEach((family, sum) -> {
            long shared = sum - wholes.getOrDefault(family, sum);
            if (shared > 0 && shared < least) {
                leaks.add("parts of a whole share a small group, as their printed numbers tell: indicator "
                        + count.indicator());
            }
        });
    }

    private void findLeftOver(PrintedCount one, PrintedCount other) {
        List<Long> rests = new ArrayList<>();
        for (PrintedCount.Entry entry : one.entries()) {
            for (PrintedCount.Entry its : other.at(entry.place())) {
                if (entry.everybody() != its.everybody() || entry.persons() + its.persons() > entry.everybody()) {
                    return;
                }
                rests.add(entry.everybody() - entry.persons() - its.persons());
            }
        }
        if (rests.stream().anyMatch(rest -> rest > 0 && rest < rules.side())) {
            leaks.add("two printed rates of the same people leave a small group over: indicators " + one.indicator()
                    + " and " + other.indicator());
        }
    }

    private static List<Node> parent(List<Node> at, int axis) {
        List<Node> parent = new ArrayList<>(at);
        parent.set(axis, at.get(axis).parent());
        return parent;
    }

    private static String family(String table, int axis, List<Node> whole) {
        return table + "/" + axis + "/" + whole;
    }
}
