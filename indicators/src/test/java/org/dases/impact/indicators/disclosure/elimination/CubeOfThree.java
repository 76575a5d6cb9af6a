// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A cube of three axes, the first two with two levels, some inner cells left out.
 *
 * @param atoms codes of each unknown: coarse and fine on the first axis, on the second, and the third
 * @param cells all cells, totals first
 */
record CubeOfThree(List<int[]> atoms, List<LinearSum> cells) {
    static CubeOfThree random(Random random) {
        return random(random, 20);
    }

    /** So many percent of the inner cells are left out. */
    static CubeOfThree random(Random random, int percent) {
        List<int[]> atoms = new ArrayList<>();
        for (int i = 0; i < 96; i++) {
            if (random.nextInt(100) >= percent) {
                atoms.add(new int[] {i / 32, i / 8 % 12, i % 8 / 4, i % 8 / 2, i % 2});
            }
        }
        List<LinearSum> cells = new ArrayList<>();
        for (int first : new int[] {-1, 0, 1}) {
            for (int second : new int[] {-1, 2, 3}) {
                for (int third : new int[] {-1, 4}) {
                    addCells(
                            atoms,
                            IntStream.of(first, second, third)
                                    .filter(i -> i >= 0)
                                    .toArray(),
                            cells);
                }
            }
        }
        return new CubeOfThree(atoms, cells);
    }

    private static void addCells(List<int[]> atoms, int[] by, List<LinearSum> cells) {
        atoms.stream()
                .map(atom -> IntStream.of(by).map(i -> atom[i]).boxed().toList())
                .distinct()
                .forEach(codes -> cells.add(sum(
                        atoms.size(),
                        u -> IntStream.of(by)
                                .map(i -> atoms.get(u)[i])
                                .boxed()
                                .toList()
                                .equals(codes))));
    }

    private static LinearSum sum(int unknowns, IntPredicate isIn) {
        return LinearSum.of(IntStream.range(0, unknowns).filter(isIn).toArray());
    }

    int[] partition(int axis) {
        return atoms.stream().mapToInt(atom -> atom[axis]).toArray();
    }
}
