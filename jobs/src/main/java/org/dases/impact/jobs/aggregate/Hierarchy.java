// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.cells.Node;

/** One dimension of an aggregated table: its codes from coarse to fine, the total first, in the order of the tree. */
final class Hierarchy {
    /** The code of every total in what is written. */
    static final String TOTAL = "Total";

    private final String name;
    private final List<String> columns;
    private final List<String> codes = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> coarse = new HashSet<>();
    private final Optional<Problem> misfit;

    /**
     * A checked hierarchy.
     *
     * @param name name of the dimension
     * @param columns columns of the CSV file that hold its codes, from coarse to fine
     * @param root code of the total
     * @param tree children of each code that has some; a tree below the root
     */
    Hierarchy(String name, List<String> columns, String root, Map<String, List<String>> tree) {
        this(name, columns, root, tree, Optional.empty());
    }

    private Hierarchy(
            String name, List<String> columns, String root, Map<String, List<String>> tree, Optional<Problem> misfit) {
        this.name = name;
        this.misfit = misfit;
        this.columns = List.copyOf(columns);
        add(root, -1, Node.TOTAL);
        for (int code = 0; code < codes.size(); code++) {
            for (String child : tree.getOrDefault(codes.get(code), List.of())) {
                coarse.add(code);
                add(child, code, nodes.get(code).child(child));
            }
        }
        numbers.putIfAbsent(TOTAL, 0);
    }

    /**
     * The same, with what may be wrong with it: there are files where a tree has not as many levels as columns, so that
     * it is told only where the codes of a file do not fit.
     */
    Hierarchy withMisfit(Problem problem) {
        return new Hierarchy(name, columns, codes.get(0), tree(codes.size()), Optional.of(problem));
    }

    /** What may be wrong with it. */
    Optional<Problem> misfit() {
        return misfit;
    }

    private void add(String code, int parent, Node node) {
        numbers.put(code, codes.size());
        codes.add(code);
        parents.add(parent);
        nodes.add(node);
    }

    String name() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    /** How many levels there are below the total. */
    int depth() {
        int deepest = 0;
        for (int code = 0; code < codes.size(); code++) {
            deepest = Math.max(deepest, depth(code));
        }
        return deepest;
    }

    private int depth(int code) {
        return nodes.get(code).path().size();
    }

    /** The column of a level; its number where the columns do not tell; none for the total. */
    Optional<String> level(int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        return Optional.of(columns.size() == depth() ? columns.get(depth - 1) : Integer.toString(depth));
    }

    /** The same without what is finer than a level; codes keep their order. */
    Hierarchy cut(int depth) {
        return new Hierarchy(name, columns, codes.get(0), tree(depth));
    }

    private Map<String, List<String>> tree(int depth) {
        Map<String, List<String>> tree = new HashMap<>();
        for (int code = 1; code < codes.size(); code++) {
            if (depth(code) <= depth) {
                tree.computeIfAbsent(codes.get(parents.get(code)), key -> new ArrayList<>())
                        .add(codes.get(code));
            }
        }
        return tree;
    }

    /** The column that stands for the dimension in what is written: the finest. */
    String leafColumn() {
        return columns.get(columns.size() - 1);
    }

    int size() {
        return codes.size();
    }

    /** Number of a code, the total being 0. */
    OptionalInt number(String code) {
        Integer number = numbers.get(code);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Number of a node of this hierarchy. */
    int of(Node node) {
        return node.isTotal()
                ? 0
                : Objects.requireNonNull(numbers.get(node.path().get(node.path().size() - 1)));
    }

    /** All codes as they may stand in a file. */
    Set<String> known() {
        return numbers.keySet();
    }

    /** A code as it is written. */
    String code(int number) {
        return number == 0 ? TOTAL : codes.get(number);
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** Number of the code above; −1 for the total. A code always has a greater number than the one above. */
    int parent(int number) {
        return parents.get(number);
    }

    boolean isLeaf(int number) {
        return !coarse.contains(number);
    }

    /** Whether a code is another one or stands above it. */
    boolean isAtOrAbove(int number, int below) {
        int at = below;
        while (at > number) {
            at = parents.get(at);
        }
        return at == number;
    }
}
