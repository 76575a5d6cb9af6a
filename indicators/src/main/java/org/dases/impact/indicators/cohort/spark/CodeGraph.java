// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which codes of two levels occur together, and how many people have both. */
final class CodeGraph {
    private final Map<String, Map<String, Long>> one = new HashMap<>();
    private final Map<String, Map<String, Long>> other = new HashMap<>();

    void add(String code, String with, long people) {
        one.computeIfAbsent(code, key -> new HashMap<>()).put(with, people);
        other.computeIfAbsent(with, key -> new HashMap<>()).put(code, people);
    }

    /**
     * Whether codes of the one level tell of the other's. A level with one code tells only of everybody. What is known
     * by the least k leaves least; where that is nobody, the codes do not hang together.
     *
     * @param ofOne what the table asks that shows the one level
     * @param ofOther what the table asks that shows the other
     */
    boolean isTied(LevelTies.Shown ofOne, LevelTies.Shown ofOther) {
        long few = Math.max(ofOne.greatest(), ofOther.greatest());
        return !isWhole() || leavesFew(one, other, ofOther.least(), few) || leavesFew(other, one, ofOne.least(), few);
    }

    /** Whether every code is reached from any other by codes that occur together. */
    private boolean isWhole() {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        one.keySet().stream().findFirst().ifPresent(next::add);
        while (!next.isEmpty()) {
            String code = next.remove();
            if (seen.add(code)) {
                of(one, code)
                        .keySet()
                        .forEach(with -> next.addAll(of(other, with).keySet()));
            }
        }
        return seen.size() == one.size();
    }

    /**
     * Whether a code has all the people of some codes of the other level that may be known, and besides them only a
     * few.
     *
     * @param known so many people of a code of the finer level may be known
     * @param k so many are not few
     */
    private static boolean leavesFew(
            Map<String, Map<String, Long>> coarse, Map<String, Map<String, Long>> fine, long known, long k) {
        return coarse.size() > 1
                && coarse.values().stream().anyMatch(parts -> {
                    long left = 0;
                    boolean isAnyKnown = false;
                    for (Map.Entry<String, Long> part : parts.entrySet()) {
                        boolean isKnown = of(fine, part.getKey()).size() == 1 && part.getValue() >= known;
                        isAnyKnown |= isKnown;
                        left += isKnown ? 0 : part.getValue();
                    }
                    return isAnyKnown && left > 0 && left < k;
                });
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> codes, String code) {
        return Objects.requireNonNull(codes.get(code));
    }
}
