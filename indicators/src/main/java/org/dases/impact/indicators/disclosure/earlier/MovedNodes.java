// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Codes that stood below another one at an earlier release. What is below a node now is then another set of people than
 * what was below it: it is that one with those codes that have come to it, and without those that have left it.
 */
final class MovedNodes {
    /** All codes stand where they stood. */
    static final MovedNodes NONE = new MovedNodes(List.of(), List.of());

    private final List<Axis> axes;
    private final List<Map<Node, Node>> stood;
    private final List<Map<Node, Ways>> ways = new ArrayList<>();

    private MovedNodes(List<Axis> axes, List<Map<Node, Node>> stood) {
        this.axes = axes;
        this.stood = stood;
        stood.forEach(axis -> ways.add(new HashMap<>()));
    }

    /** The coarsest codes that are below a node now and were not, and that were and are not. */
    private record Ways(List<Node> come, List<Node> left) {
        boolean areNone() {
            return come.isEmpty() && left.isEmpty();
        }
    }

    /**
     * A set of people, by what it was called at the other time.
     *
     * @param come cohorts that are in it now and were not, where they stand now
     * @param left cohorts that were in it and are not, where they stand now
     * @param isKnown whether that is all; false where codes have moved on several axes, or within codes that moved
     * @param areApart whether they have nobody in common with one another and with the rest
     */
    record Change(List<List<Node>> come, List<List<Node>> left, boolean isKnown, boolean areApart) {}

    /** Those of the entries of an earlier release. */
    static MovedNodes of(List<Axis> axes, Collection<Ledger.Entry> entries) {
        List<Map<Node, Node>> stood = new ArrayList<>();
        axes.forEach(axis -> stood.add(new HashMap<>()));
        for (Ledger.Entry entry : entries) {
            for (int axis = 0; axis < axes.size() && !entry.at().equals(entry.stood()); axis++) {
                Node now = entry.at().get(axis);
                Node then = entry.stood().get(axis);
                if (!now.equals(then)) {
                    stood.get(axis).put(now, then);
                }
            }
        }
        return new MovedNodes(axes, stood);
    }

    /** For each axis, where each of these codes stood. */
    List<Map<Node, Node>> stood() {
        return stood;
    }

    /** Whether all codes stand where they stood. */
    boolean isNone() {
        return stood.stream().allMatch(Map::isEmpty);
    }

    /** Where a cohort stood, be it that nobody was in it. */
    List<Node> then(List<Node> at) {
        List<Node> then = new ArrayList<>();
        for (int axis = 0; axis < at.size(); axis++) {
            then.add(then(axis, at.get(axis)));
        }
        return then;
    }

    private Node then(int axis, Node node) {
        for (Node above = node; !above.isTotal(); above = above.parent()) {
            Node then = stood.get(axis).get(above);
            if (then != null) {
                List<String> path = new ArrayList<>(then.path());
                path.addAll(node.path().subList(above.path().size(), node.path().size()));
                return new Node(path);
            }
        }
        return node;
    }

    /** What has come to a cohort that stands at a place now, and has left it; nothing for most. */
    Change change(List<Node> at) {
        List<List<Node>> come = new ArrayList<>();
        List<List<Node>> left = new ArrayList<>();
        int moved = 0;
        boolean isKnown = true;
        boolean areApart = true;
        for (int axis = 0; axis < at.size(); axis++) {
            int own = axis;
            Ways here = ways(own, at.get(own));
            moved += here.areNone() ? 0 : 1;
            areApart &= here.areNone() || axes.get(own).additive();
            isKnown &= Stream.concat(here.come().stream(), here.left().stream())
                    .allMatch(node -> ways(own, node).areNone());
            here.come().forEach(node -> come.add(with(at, own, node)));
            here.left().forEach(node -> left.add(with(at, own, node)));
        }
        return new Change(come, left, isKnown && moved < 2, areApart);
    }

    private Ways ways(int axis, Node node) {
        Ways known = ways.get(axis).get(node);
        if (known == null) {
            known = findWays(stood.get(axis), node, then(axis, node));
            ways.get(axis).put(node, known);
        }
        return known;
    }

    private static Ways findWays(Map<Node, Node> stood, Node now, Node then) {
        List<Node> come = new ArrayList<>();
        List<Node> left = new ArrayList<>();
        stood.forEach((code, before) -> {
            boolean is = isBelow(code, now);
            boolean was = isBelow(before, then);
            if (is != was) {
                (is ? come : left).add(code);
            }
        });
        return new Ways(
                come.stream()
                        .filter(code -> come.stream().noneMatch(other -> isBelow(code, other)))
                        .toList(),
                left.stream()
                        .filter(code -> left.stream()
                                .map(stood::get)
                                .noneMatch(other -> isBelow(Objects.requireNonNull(stood.get(code)), other)))
                        .toList());
    }

    private static boolean isBelow(Node node, Node above) {
        int depth = above.path().size();
        return node.path().size() > depth && node.path().subList(0, depth).equals(above.path());
    }

    private static List<Node> with(List<Node> at, int axis, Node node) {
        List<Node> other = new ArrayList<>(at);
        other.set(axis, node);
        return other;
    }
}
