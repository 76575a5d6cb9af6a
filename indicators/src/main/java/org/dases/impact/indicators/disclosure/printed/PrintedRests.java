// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

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
 * and all of its parts, and those of a number who are in neither of two others, or in both. Shares no code with what
 * decided on them.
 */
final class PrintedRests {
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
        int left = thresholds.values().stream().mapToInt(k -> k).min().orElse(0);
        for (PrintedCount count : counts) {
            int least = count.isNumerator() ? rules.side() : thresholds.getOrDefault(count.indicator(), 0);
            tables.forEach(table -> rests.findShared(table, count, least));
            rests.findLeftOver(
                    count,
                    counts.stream()
                            .filter(part -> part != count && isPart(part, count, counts))
                            .toList(),
                    left);
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

    /** Those above the line of a rate are among others if all of the rate are. */
    private static boolean isPart(PrintedCount part, PrintedCount whole, Collection<PrintedCount> all) {
        return all.stream()
                .filter(count -> count.indicator().equals(part.indicator()))
                .allMatch(count -> count.isWithin(whole));
    }

    private void findLeftOver(PrintedCount whole, List<PrintedCount> parts, int least) {
        for (PrintedCount one : parts) {
            for (PrintedCount other : parts.subList(parts.indexOf(one) + 1, parts.size())) {
                if (isSmallLeft(whole, one, other, least)) {
                    leaks.add("three printed numbers of persons tell a small group together: indicators "
                            + whole.indicator() + ", " + one.indicator() + " and " + other.indicator());
                }
            }
        }
    }

    /** Whether a cohort tells how few are in neither part, or in both, where one of these is nobody everywhere. */
    private static boolean isSmallLeft(PrintedCount whole, PrintedCount one, PrintedCount other, int least) {
        List<Long> all = new ArrayList<>();
        BitSet small = new BitSet();
        for (PrintedCount.Entry entry : whole.entries()) {
            one.forEachAt(
                    entry.place(),
                    first -> other.forEachAt(entry.place(), second -> {
                        long rest = entry.persons() - first.persons() - second.persons();
                        boolean isOfBoth = first.persons() < entry.persons() && second.persons() < entry.persons();
                        small.set(all.size(), isOfBoth && rest != 0 && Math.abs(rest) < least);
                        all.add(rest);
                    }));
        }
        return !small.isEmpty()
                && (all.stream().allMatch(rest -> rest >= 0) || all.stream().allMatch(rest -> rest <= 0));
    }
}
