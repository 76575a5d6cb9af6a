// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A table of four départements in each of three regions, by level, sex and solution. More than half of it is empty, and
 * whatever is of fewer than ten is secret. Two providers have two solutions each, and know what their cells hold.
 */
final class SparseCube {
    private static final int REGIONS = 3;
    private static final int PLACES = 12;
    private static final int[] CODES = {PLACES, 4, 2, 4};

    private final List<int[]> atoms = new ArrayList<>();
    private final List<LinearSum> secrets = new ArrayList<>();
    private final List<LinearSum> candidates = new ArrayList<>();
    private final List<List<LinearSum>> known = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<Set<Integer>> own = List.of(new HashSet<>(), new HashSet<>());

    SparseCube(Random random) {
        List<Integer> counts = new ArrayList<>();
        each(new int[] {0, 0, 0, 0}, atom -> {
            if (random.nextInt(100) >= 60) {
                atoms.add(atom);
                counts.add(1 + random.nextInt(30));
            }
        });
        // −1 is all codes; of places, those from PLACES on are regions
        each(new int[] {-1, -1, -1, -1}, cell -> enter(cell, counts));
        for (int region = 0; region < REGIONS; region++) {
            int code = PLACES + region;
            each(
                    new int[] {PLACES - 1, -1, -1, -1},
                    cell -> enter(new int[] {code, cell[1], cell[2], cell[3]}, counts));
        }
        candidates.sort(Comparator.comparing(sum -> -sum.size()));
    }

    private static void each(int[] from, Consumer<int[]> consumer) {
        int[] at = from.clone();
        for (int axis = 0; axis >= 0; ) {
            consumer.accept(at.clone());
            for (axis = CODES.length - 1; axis >= 0 && ++at[axis] == CODES[axis]; axis--) {
                at[axis] = from[axis];
            }
        }
    }

    private void enter(int[] cell, List<Integer> counts) {
        int[] in = IntStream.range(0, atoms.size())
                .filter(atom -> isIn(atoms.get(atom), cell))
                .toArray();
        if (in.length == 0) {
            return;
        }
        LinearSum sum = LinearSum.of(in);
        boolean isSecret = IntStream.of(in).map(counts::get).sum() < 10;
        if (cell[3] >= 0) {
            known.get(cell[3] % 2).add(sum);
            if (isSecret) {
                own.get(cell[3] % 2).add(secrets.size());
            }
        }
        (isSecret ? secrets : candidates).add(sum);
    }

    private static boolean isIn(int[] atom, int[] cell) {
        boolean isInPlace =
                cell[0] < PLACES ? cell[0] < 0 || atom[0] == cell[0] : atom[0] % REGIONS == cell[0] - PLACES;
        return isInPlace
                && IntStream.range(1, cell.length).allMatch(axis -> cell[axis] < 0 || atom[axis] == cell[axis]);
    }

    View view() {
        return new View(atoms.size(), List.of(), secrets, List.of(), candidates, List.of());
    }

    List<Knower> knowers() {
        return IntStream.range(0, 2)
                .mapToObj(one -> new Knower(known.get(one), own.get(one)))
                .toList();
    }

    /** A block a region. */
    List<int[]> regions() {
        return List.of(atoms.stream().mapToInt(atom -> atom[0] % REGIONS).toArray());
    }
}
