// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * How the cohorts of one table contain one another. The finest cohorts are its atoms; every other one is the union of
 * the atoms below it. Works for hierarchies of any depth, for parents with one child, and for branches that end early.
 */
public final class Lattice {
    private final int axes;
    private final List<Map<Node, Integer>> codes = new ArrayList<>();
    private final List<List<int[]>> ancestors = new ArrayList<>();
    private final List<BitSet> finer = new ArrayList<>();
    private final Map<Long, Integer> steps = new HashMap<>();
    private final int[][] nodesOf;
    private final Map<Integer, Integer> cohortAt = new HashMap<>();
    private final int[] atomNumber;
    private final int[][] atomsOf;
    private final List<Family> families = new ArrayList<>();
    private final Set<Long> divided = new HashSet<>();
    private final BitSet below = new BitSet();
    private int atoms;

    /**
     * Finds out how the cohorts of a table contain one another.
     *
     * @param table a consistent table: each cohort once
     */
    public Lattice(CellTable table) {
        axes = table.axes().size();
        for (int axis = 0; axis < axes; axis++) {
            codes.add(new HashMap<>());
        }
        List<Cohort> cohorts = table.cohorts();
        nodesOf = new int[cohorts.size()][];
        for (int c = 0; c < nodesOf.length; c++) {
            nodesOf[c] = enter(cohorts.get(c).at(), c);
        }
        for (Map<Node, Integer> known : codes) {
            List<int[]> lines = lineages(known);
            BitSet parents = new BitSet();
            lines.stream().filter(line -> line.length > 1).forEach(line -> parents.set(line[1]));
            ancestors.add(lines);
            finer.add(parents);
        }
        atomNumber = new int[nodesOf.length];
        int[] sizes = new int[nodesOf.length];
        numberAtoms();
        findFamilies();
        forEachAtomAbove((atom, cohort) -> sizes[cohort]++);
        atomsOf = new int[nodesOf.length][];
        Arrays.setAll(atomsOf, c -> new int[sizes[c]]);
        Arrays.fill(sizes, 0);
        forEachAtomAbove((atom, cohort) -> atomsOf[cohort][sizes[cohort]++] = atom);
    }

    /**
     * Number of atoms.
     *
     * @return how many; they are numbered from 0
     */
    public int atoms() {
        return atoms;
    }

    /**
     * The atoms below a cohort.
     *
     * @param cohort its number in the table
     * @return their numbers, ascending; its own where it is an atom; not copied
     */
    public int[] atomsOf(int cohort) {
        return atomsOf[cohort];
    }

    /**
     * Number of a cohort as an atom.
     *
     * @param cohort its number in the table
     * @return its number among the atoms, or −1
     */
    public int atomNumber(int cohort) {
        return atomNumber[cohort];
    }

    /**
     * Each listed cohort with those one step finer on one axis, where there are such.
     *
     * @return by cohort, then by axis
     */
    public List<Family> families() {
        return families;
    }

    /**
     * Whether cohorts one step finer are listed on an axis.
     *
     * @param cohort its number in the table
     * @param axis number of the axis
     * @return whether it is divided there
     */
    public boolean hasParts(int cohort, int axis) {
        return divided.contains((long) cohort * axes + axis);
    }

    /**
     * Calls with the listed cohorts that contain a cohort and are contained in no other.
     *
     * @param cohort its number in the table
     * @param consumer called with the number of each; with its own where nothing contains it
     */
    public void forEachTop(int cohort, IntConsumer consumer) {
        forEachContaining(cohort, 0, 0, other -> {
            if (!below.get(other)) {
                consumer.accept(other);
            }
        });
    }

    private void findFamilies() {
        Map<Long, List<Integer>> children = new TreeMap<>();
        for (int c = 0; c < nodesOf.length; c++) {
            for (int axis = 0; axis < axes; axis++) {
                int[] line = ancestors.get(axis).get(nodesOf[c][axis]);
                int parent = line.length < 2 ? -1 : find(nodesOf[c], axis, line[1]);
                if (parent >= 0) {
                    children.computeIfAbsent((long) parent * axes + axis, key -> new ArrayList<>())
                            .add(c);
                }
            }
        }
        children.forEach((key, list) -> families.add(new Family(
                (int) (key / axes),
                (int) (key % axes),
                list.stream().mapToInt(i -> i).toArray())));
        divided.addAll(children.keySet());
    }

    /**
     * Whether an axis goes on below the node of a cohort somewhere in the table.
     *
     * @param cohort its number in the table
     * @param axis number of the axis
     * @return whether a listed cohort has a finer code
     */
    public boolean hasFinerCodes(int cohort, int axis) {
        return finer.get(axis).get(nodesOf[cohort][axis]);
    }

    private int[] enter(List<Node> at, int cohort) {
        int[] nodes = new int[axes];
        int step = 0;
        for (int axis = 0; axis < axes; axis++) {
            Map<Node, Integer> known = codes.get(axis);
            int size = known.size();
            nodes[axis] = known.computeIfAbsent(at.get(axis), node -> size);
            int fresh = steps.size() + 1;
            step = steps.computeIfAbsent(key(step, nodes[axis]), k -> fresh);
        }
        cohortAt.put(step, cohort);
        return nodes;
    }

    private static long key(int step, int node) {
        return (long) step << 32 | node;
    }

    /** For each node: itself, then its listed ancestors from near to far. */
    private static List<int[]> lineages(Map<Node, Integer> known) {
        List<int[]> lines = new ArrayList<>();
        known.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            List<Integer> line = new ArrayList<>(List.of(entry.getValue()));
            for (Node node = entry.getKey(); !node.isTotal(); ) {
                node = node.parent();
                Integer id = known.get(node);
                if (id != null) {
                    line.add(id);
                }
            }
            lines.add(line.stream().mapToInt(i -> i).toArray());
        });
        return lines;
    }

    private void numberAtoms() {
        boolean[] isCoarser = new boolean[nodesOf.length];
        for (int c = 0; c < nodesOf.length; c++) {
            int self = c;
            forEachContaining(c, 0, 0, other -> {
                isCoarser[other] |= other != self;
                below.set(self, below.get(self) || other != self);
            });
        }
        for (int c = 0; c < nodesOf.length; c++) {
            atomNumber[c] = isCoarser[c] ? -1 : atoms++;
        }
    }

    private void forEachAtomAbove(AtomAndCohort consumer) {
        for (int c = 0; c < nodesOf.length; c++) {
            int atom = atomNumber[c];
            if (atom >= 0) {
                forEachContaining(c, 0, 0, cohort -> consumer.accept(atom, cohort));
            }
        }
    }

    private void forEachContaining(int cohort, int axis, int step, IntConsumer consumer) {
        if (axis == axes) {
            consumer.accept(Objects.requireNonNull(cohortAt.get(step)));
            return;
        }
        for (int node : ancestors.get(axis).get(nodesOf[cohort][axis])) {
            Integer next = steps.get(key(step, node));
            if (next != null) {
                forEachContaining(cohort, axis + 1, next, consumer);
            }
        }
    }

    private int find(int[] nodes, int replaced, int by) {
        int step = 0;
        for (int axis = 0; axis < axes; axis++) {
            Integer next = steps.get(key(step, axis == replaced ? by : nodes[axis]));
            if (next == null) {
                return -1;
            }
            step = next;
        }
        return cohortAt.getOrDefault(step, -1);
    }

    private interface AtomAndCohort {
        void accept(int atom, int cohort);
    }
}
