// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unknowns of one block that no sum across blocks tells apart: the margins of the blocks, as fine as those sums need
 * them.
 */
final class Classes {
    private final int[] blockOf;
    private final int[] classOf;
    private int classes;
    private int[] sizes;
    private int[][] members = {};

    private Classes(int[] blockOf) {
        this.blockOf = blockOf;
        classOf = new int[blockOf.length];
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int unknown = 0; unknown < blockOf.length; unknown++) {
            classOf[unknown] = numbers.computeIfAbsent(blockOf[unknown], block -> classes++);
        }
        sizes = new int[classes];
        Arrays.stream(classOf).forEach(each -> sizes[each]++);
    }

    /**
     * Splits blocks until every sum that reaches over several of them is a sum of whole classes.
     *
     * @param blockOf number of the block of each unknown
     * @param sums all sums; those within a block split nothing
     */
    static Classes of(int[] blockOf, List<LinearSum> sums) {
        Classes classes = new Classes(blockOf);
        sums.stream().filter(sum -> !classes.isWithinBlock(sum)).forEach(classes::refine);
        classes.members = classes.listMembers();
        return classes;
    }

    int count() {
        return classes;
    }

    int classOf(int unknown) {
        return classOf[unknown];
    }

    int size(int number) {
        return sizes[number];
    }

    /** Whether a sum has unknowns, all of one block. */
    boolean isWithinBlock(LinearSum sum) {
        for (int i = 1; i < sum.size(); i++) {
            if (blockOf[sum.unknown(i)] != blockOf[sum.unknown(0)]) {
                return false;
            }
        }
        return sum.size() > 0;
    }

    /** Unknowns of a class that a sum counts alike, and not the whole class, become a class of their own. */
    private void refine(LinearSum sum) {
        Map<Long, Integer> counted = new HashMap<>();
        for (int i = 0; i < sum.size(); i++) {
            counted.merge(key(sum, i), 1, Integer::sum);
        }
        Map<Long, Integer> fresh = new HashMap<>();
        counted.forEach((key, count) -> {
            int from = (int) (key >>> 32);
            if (count < sizes[from]) {
                fresh.put(key, classes++);
            }
        });
        sizes = Arrays.copyOf(sizes, Math.max(sizes.length, classes * 2));
        for (int i = 0; i < sum.size(); i++) {
            int unknown = sum.unknown(i);
            Integer to = fresh.get(key(sum, i));
            if (to != null) {
                sizes[classOf[unknown]]--;
                sizes[to]++;
                classOf[unknown] = to;
            }
        }
    }

    private long key(LinearSum sum, int i) {
        return (long) classOf[sum.unknown(i)] << 32 | sum.coefficient(i);
    }

    /** Whether a sum counts all unknowns of each class alike. */
    boolean isWhole(LinearSum sum) {
        Map<Integer, Integer> factors = new HashMap<>();
        Map<Integer, Integer> counted = new HashMap<>();
        for (int i = 0; i < sum.size(); i++) {
            int own = classOf[sum.unknown(i)];
            Integer factor = factors.putIfAbsent(own, sum.coefficient(i));
            if (factor != null && factor != sum.coefficient(i)) {
                return false;
            }
            counted.merge(own, 1, Integer::sum);
        }
        return counted.entrySet().stream().allMatch(each -> each.getValue() == sizes[each.getKey()]);
    }

    /** A sum of whole classes, with the classes as unknowns. */
    LinearSum whole(LinearSum sum) {
        Map<Integer, Integer> factors = new HashMap<>();
        for (int i = 0; i < sum.size(); i++) {
            factors.put(classOf[sum.unknown(i)], sum.coefficient(i));
        }
        return LinearSum.of(factors);
    }

    /** Those of some sums that are of whole classes, with the classes as unknowns. */
    List<LinearSum> wholeOf(List<LinearSum> sums) {
        return sums.stream().filter(this::isWhole).map(this::whole).toList();
    }

    /** A sum of classes as one of their unknowns. */
    LinearSum unknownsOf(LinearSum whole) {
        Map<Integer, Integer> factors = new HashMap<>();
        for (int i = 0; i < whole.size(); i++) {
            for (int unknown : members[whole.unknown(i)]) {
                factors.put(unknown, whole.coefficient(i));
            }
        }
        return LinearSum.of(factors);
    }

    private int[][] listMembers() {
        int[][] list = new int[classes][];
        int[] listed = new int[classes];
        Arrays.setAll(list, number -> new int[sizes[number]]);
        for (int unknown = 0; unknown < classOf.length; unknown++) {
            int own = classOf[unknown];
            list[own][listed[own]++] = unknown;
        }
        return list;
    }
}
