// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;

/**
 * Finds head counts that are the sum of another one's cells over some codes of an axis: those who passed are those of
 * the results PASS and DISTINCTION. Seen from the figures: the sum is the number in at least half of the cohorts where
 * the number is neither nobody nor everybody; if it is over several codes, in two at least, or in one of many learners.
 * Where learners have several codes, in coarse cohorts, it need not be. A single code may stand anywhere, see
 * {@link OneCode}.
 */
final class CodeSums {
    /** All selections of codes are tried, so an axis with more is taken for no list of results. */
    static final int MOST_CODES = 8;

    /** A number of so many times as many learners as there are selections is hardly the sum of one by chance. */
    private static final int RARE = 1000;

    private final HeadCount fine;
    private final HeadCount coarse;

    private final List<Slices> slices;

    /**
     * A search.
     *
     * @param slices the codes of the tables that show the fine count
     */
    CodeSums(HeadCount fine, HeadCount coarse, List<Slices> slices) {
        this.fine = fine;
        this.coarse = coarse;
        this.slices = slices;
    }

    /** What the coarse count tells of the fine one, whose codes it sums up; empty if it is no such sum. */
    Optional<Echo> find() {
        Map<Integer, List<CellSum>> sums = new HashMap<>();
        for (Member member : fine.rows().population().members()) {
            int axes = member.has(fine.rows().series()) ? member.table().axes().size() : 0;
            for (int axis = 0; axis < axes; axis++) {
                best(divided(member, axis))
                        .forEach((cell, sum) -> sums.computeIfAbsent(cell, key -> new ArrayList<>())
                                .addAll(sum));
            }
        }
        new OneCode(coarse, fine, slices).equal().forEach((cell, codes) -> {
            List<CellSum> known = sums.computeIfAbsent(cell, key -> new ArrayList<>());
            codes.stream().filter(code -> !known.contains(code)).forEach(known::add);
        });
        return sums.isEmpty() ? Optional.empty() : Optional.of(new Echo(coarse, sums, Echo.Kind.SAME));
    }

    /**
     * A cell of the coarse count and the fine one's cells by code at the same place.
     *
     * @param cell the coarse count's cell
     * @param everybody the fine count in the cohort as a whole
     * @param byCode the fine count's cells in the order of the codes, −1 where a code is not listed
     */
    private record Divided(int cell, long everybody, List<Integer> byCode) {}

    private List<Divided> divided(Member member, int axis) {
        List<Family> families = member.lattice().families().stream()
                .filter(family -> family.axis() == axis
                        && member.at(family.parent()).get(axis).isTotal())
                .toList();
        List<String> codes = families.stream()
                .flatMap(family -> Arrays.stream(family.children()).boxed())
                .map(child -> code(member, child, axis))
                .distinct()
                .sorted()
                .toList();
        if (codes.size() > MOST_CODES) {
            return List.of();
        }
        List<Divided> all = new ArrayList<>();
        for (Family family : families) {
            Integer[] byCode = new Integer[codes.size()];
            Arrays.fill(byCode, -1);
            for (int child : family.children()) {
                byCode[codes.indexOf(code(member, child, axis))] = member.firstCell() + child;
            }
            int whole = member.firstCell() + family.parent();
            coarse.rows().cellsAt(fine.rows().placeOf(whole)).stream()
                    .map(cell -> new Divided(cell, fine.at(whole), List.of(byCode)))
                    .forEach(all::add);
        }
        return all.stream().anyMatch(this::isCrossing) ? List.of() : all;
    }

    /** Whether the coarse count has some of the fine one's learners of a code but not all: it is no sum over codes. */
    private boolean isCrossing(Divided each) {
        return each.byCode().stream()
                .filter(cell -> cell >= 0)
                .anyMatch(cell -> coarse.rows().cellsAt(fine.rows().placeOf(cell)).stream()
                        .anyMatch(part -> coarse.at(part) > 0 && coarse.at(part) != fine.at(cell)));
    }

    private static String code(Member member, int cohort, int axis) {
        return member.at(cohort).get(axis).path().get(0);
    }

    private Map<Integer, List<CellSum>> best(List<Divided> all) {
        int[] hits = new int[1 << MOST_CODES];
        int informative = 0;
        for (Divided each : all) {
            if (isInformative(each)) {
                informative++;
                long number = coarse.at(each.cell());
                long[] sums = sums(each);
                for (int codes = 0; codes < sums.length; codes++) {
                    hits[codes] += sums[codes] == number ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int codes = 1; codes < hits.length; codes++) {
            best = hits[codes] > hits[best] ? codes : best;
        }
        boolean isChance = (hits[best] < Math.min(2, Integer.bitCount(best)) && !isTelling(all, best))
                || 2 * hits[best] < informative;
        Map<Integer, List<CellSum>> found = new HashMap<>();
        for (Divided each : all) {
            if (hits[best] > 0 && !isChance && sums(each)[best] == coarse.at(each.cell())) {
                found.computeIfAbsent(each.cell(), key -> new ArrayList<>()).add(cells(each, best));
            }
        }
        return found;
    }

    /** Whether one cohort with this sum is enough: it has so many learners that few numbers are sums over its codes. */
    private boolean isTelling(List<Divided> all, int codes) {
        return all.stream()
                .filter(this::isInformative)
                .filter(each -> each.everybody() >= (long) RARE << each.byCode().size())
                .anyMatch(each -> sums(each)[codes] == coarse.at(each.cell()));
    }

    /** Whether the coarse count is neither nobody nor everybody. */
    private boolean isInformative(Divided each) {
        long number = coarse.at(each.cell());
        return number > 0 && number < each.everybody();
    }

    /** Sum over each selection of codes, which is a number with a bit for each code. */
    private long[] sums(Divided each) {
        long[] sums = new long[1 << each.byCode().size()];
        for (int codes = 1; codes < sums.length; codes++) {
            int cell = each.byCode().get(Integer.numberOfTrailingZeros(codes));
            sums[codes] = sums[codes & (codes - 1)] + (cell < 0 ? 0 : fine.at(cell));
        }
        return sums;
    }

    private static CellSum cells(Divided each, int codes) {
        return new CellSum(
                IntStream.range(0, each.byCode().size())
                        .filter(code -> (codes >> code & 1) == 1)
                        .mapToObj(code -> each.byCode().get(code))
                        .filter(cell -> cell >= 0)
                        .toList(),
                List.of());
    }
}
