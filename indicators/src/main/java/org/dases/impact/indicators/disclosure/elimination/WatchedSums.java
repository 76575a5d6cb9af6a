// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The secrets and the watched sums of a view that are not known beforehand. Equal ones have one number in common: large
 * tables that are mostly empty have many.
 */
final class WatchedSums {
    private final View view;
    private final int secrets;
    private final List<LinearSum> sums = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final BitSet secret = new BitSet();
    /** By unknown where the sums begin that it is in. */
    private final int[] begin;

    private final int[] sumAt;
    private final int[] coefficientAt;

    /**
     * Sums of a view.
     *
     * @param start what is known beforehand
     * @throws IllegalStateException if it gives a secret away that is not derived
     */
    WatchedSums(View view, Elimination start) {
        this.view = view;
        secrets = view.secrets().size() + view.derived().size();
        Map<LinearSum, List<Integer>> equal = new LinkedHashMap<>();
        for (int member = 0; member < secrets + view.watched().size(); member++) {
            equal.computeIfAbsent(sum(member), sum -> new ArrayList<>()).add(member);
        }
        equal.forEach((sum, all) -> enter(sum, all, start));
        begin = new int[view.unknowns() + 2];
        sums.forEach(sum -> IntStream.range(0, sum.size()).forEach(i -> begin[sum.unknown(i) + 2]++));
        Arrays.parallelPrefix(begin, Integer::sum);
        sumAt = new int[begin[begin.length - 1]];
        coefficientAt = new int[sumAt.length];
        for (int number = 0; number < sums.size(); number++) {
            LinearSum sum = sums.get(number);
            for (int i = 0; i < sum.size(); i++) {
                int place = begin[sum.unknown(i) + 1]++;
                sumAt[place] = number;
                coefficientAt[place] = sum.coefficient(i);
            }
        }
    }

    private LinearSum sum(int member) {
        int derived = member - view.secrets().size();
        if (derived < 0) {
            return view.secrets().get(member);
        }
        return member < secrets
                ? view.derived().get(derived)
                : view.watched().get(member - secrets).sum();
    }

    private void enter(LinearSum sum, List<Integer> all, Elimination start) {
        if (start.open(sum).nonzero() > 0) {
            secret.set(sums.size(), all.get(0) < secrets);
            sums.add(sum);
            members.add(all);
        } else if (all.get(0) < view.secrets().size()) {
            throw new IllegalStateException("what is known beforehand gives a secret away");
        }
    }

    /** Whether one is a secret; it may be watched, too. */
    boolean isSecret(int number) {
        return secret.get(number);
    }

    /** Whether one is watched; it may be a secret, too. */
    boolean isWatchedSum(int number) {
        List<Integer> all = members.get(number);
        return isWatched(all.get(all.size() - 1));
    }

    /** Numbers of the secrets that are one, as the view counts them, and after them of the watched sums. */
    List<Integer> members(int number) {
        return members.get(number);
    }

    /** Whether a member is no secret. */
    boolean isWatched(int member) {
        return member >= secrets;
    }

    /** Whether a member may be known to whoever knows a watched one, or is no secret. */
    boolean isOwn(int watched, int member) {
        return isWatched(member) || view.watched().get(watched - secrets).own().test(member);
    }

    /** Whether anything is watched. */
    boolean hasWatched() {
        return !view.watched().isEmpty();
    }

    /** What each shows as things stand. */
    Image[] images(Elimination elimination) {
        Image[] shown = new Image[elimination.unknowns()];
        Arrays.setAll(shown, elimination::image);
        Image[] images = new Image[sums.size()];
        Arrays.setAll(images, number -> image(sums.get(number), shown));
        return images;
    }

    private static Image image(LinearSum sum, Image[] shown) {
        Image image = Image.NOTHING;
        for (int i = 0; i < sum.size(); i++) {
            image = image.plus(shown[sum.unknown(i)], sum.coefficient(i));
        }
        return image;
    }

    /** Whether a secret is known as things stand. */
    boolean isExposed(Elimination elimination) {
        Image[] images = images(elimination);
        return secret.stream().anyMatch(number -> images[number].form().isEmpty());
    }

    /** How often a sum is added to each, if it is added so many times to each unknown. */
    SparseColumn changedBy(SparseColumn unknowns) {
        SparseColumn changed = new SparseColumn(unknowns.nonzero());
        for (int slot = 0; slot < unknowns.capacity(); slot++) {
            int times = unknowns.valueAt(slot);
            if (times != 0) {
                int unknown = unknowns.rowAt(slot);
                for (int place = begin[unknown]; place < begin[unknown + 1]; place++) {
                    changed.add(sumAt[place], PrimeField.times(coefficientAt[place], times));
                }
            }
        }
        return changed;
    }
}
