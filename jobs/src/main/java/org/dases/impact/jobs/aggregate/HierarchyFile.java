// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.document.JsonDocument;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.jobs.workspace.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads the hierarchies of a table: {@code {"geo": {"cols": ["geo1", "geo2"], "tree": {"Total": ["A", "B"], ...}}}}.
 */
final class HierarchyFile {
    private static final String FORM = "Write for each dimension {\"cols\": [columns from coarse to fine], \"tree\":"
            + " {\"Total\": [codes], code: [finer codes]}}.";

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> dimensionOf = new HashMap<>();
    /** What may be wrong with a dimension, but is told only where the codes of a file do not fit. */
    private final Map<String, Problem> misfits = new HashMap<>();

    private HierarchyFile(String file) {
        this.file = file;
    }

    static Reading<List<Hierarchy>> read(Path path) throws IOException {
        HierarchyFile reader = new HierarchyFile(path.toString());
        return JsonDocument.readWithNulls(path.toString(), Files.readAllBytes(path))
                .match(
                        reader::dimensions,
                        found -> new Reading.Unreadable<>(found.stream()
                                .map(each -> new Problem(each.file(), each.place(), each.reason(), FORM))
                                .toList()));
    }

    private Reading<List<Hierarchy>> dimensions(Node root) {
        List<Hierarchy> hierarchies = new ArrayList<>();
        if (root instanceof Node.Members members) {
            members.byKey().forEach((name, node) -> dimension(name, node).ifPresent(hierarchies::add));
        }
        if (hierarchies.isEmpty() && problems.isEmpty()) {
            problem(root.place(), "The file names no dimension.", FORM);
        }
        return problems.isEmpty() ? new Reading.Read<>(hierarchies) : new Reading.Unreadable<>(problems);
    }

    private Optional<Hierarchy> dimension(String name, Node node) {
        int before = problems.size();
        if (name.isBlank()) {
            problem(node.place(), "A dimension has no name.", FORM);
        } else if (isNull(node)) {
            problem(node.place(), "Dimension " + name + " is null.", FORM);
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        List<String> columns = columns(name, node);
        Map<String, List<String>> tree = tree(name, node);
        if (problems.size() > before) {
            return Optional.empty();
        }
        Optional<String> root = root(name, node, tree);
        return root.map(code -> fitted(new Hierarchy(name, columns, code, tree), node));
    }

    private Hierarchy fitted(Hierarchy hierarchy, Node node) {
        int depth = hierarchy.depth();
        int columns = hierarchy.columns().size();
        Place place = node.get("cols").map(Node::place).orElse(node.place());
        if (depth != columns) {
            misfits.putIfAbsent(
                    hierarchy.name(),
                    new Problem(
                            file,
                            place,
                            "Dimension " + hierarchy.name() + " has another number of columns (" + columns
                                    + ") than its tree has levels below the total (" + depth + ").",
                            "List one column for each level in 'cols', or correct the tree."));
        }
        return Optional.ofNullable(misfits.get(hierarchy.name()))
                .map(hierarchy::withMisfit)
                .orElse(hierarchy);
    }

    private List<String> columns(String name, Node node) {
        Node list = member(name, node, "cols");
        if (list == null) {
            return List.of();
        }
        List<String> columns = texts(list);
        if (columns.isEmpty() || list.items().stream().anyMatch(HierarchyFile::isNull)) {
            String what = columns.isEmpty() ? " is no list of columns." : " has a column that is null.";
            problem(list.place(), "'cols' of dimension " + name + what, FORM);
        }
        for (String column : columns) {
            String other = dimensionOf.putIfAbsent(column, name);
            if (other != null || CellsFile.FIGURES.contains(column) || GatedFile.RESERVED.contains(column)) {
                String whose = other == null ? "holds figures or marks" : "is named by dimension " + other + " already";
                problem(
                        list.place(),
                        "Column " + column + " of dimension " + name + " " + whose + ".",
                        "Give each dimension columns of its own.");
            }
        }
        return columns;
    }

    private Map<String, List<String>> tree(String name, Node node) {
        Map<String, List<String>> tree = new LinkedHashMap<>();
        Node written = member(name, node, "tree");
        if (!(written instanceof Node.Members members)) {
            if (written != null) {
                problem(written.place(), "'tree' of dimension " + name + " is no object.", FORM);
            }
            return tree;
        }
        members.byKey().forEach((parent, children) -> {
            children(name, parent, children);
            tree.put(parent, texts(children));
        });
        Map<String, String> parentOf = new HashMap<>();
        tree.forEach((parent, children) -> children.forEach(child -> {
            String other = parentOf.putIfAbsent(child, parent);
            if (other != null) {
                problem(
                        place(members, parent),
                        "Code " + child + " of dimension " + name
                                + (other.equals(parent)
                                        ? " stands twice below " + parent + "."
                                        : " stands below two codes, " + other + " and " + parent + "."),
                        "Put each code below one code only; a second grouping is a dimension of another table.");
            }
        }));
        return tree;
    }

    private void children(String name, String parent, Node children) {
        String below = parent + " of dimension " + name;
        if (!(children instanceof Node.Items)) {
            String what = isNull(children) ? " are null." : " are no list.";
            problem(children.place(), "The codes below " + below + what, FORM);
            return;
        }
        List<Node> codes = children.items();
        if (codes.isEmpty()) {
            misfits.putIfAbsent(
                    name,
                    new Problem(
                            file,
                            children.place(),
                            "The list of codes below " + below + " is empty.",
                            "Write the codes into it, or leave the list out where nothing is below."));
        }
        codes.stream().filter(code -> !isCode(code)).findFirst().ifPresent(code -> {
            String what = isNull(code) ? " one is null." : " one is no text.";
            problem(
                    code.place(),
                    "Of the codes below " + below + what,
                    "Write each code as a text or a number; what is below it is a list of its own.");
        });
    }

    /** The one code that stands below no other, if all others stand below it. */
    private Optional<String> root(String name, Node node, Map<String, List<String>> tree) {
        Place place = node.get("tree").map(Node::place).orElse(node.place());
        Set<String> below = new HashSet<>();
        tree.values().forEach(below::addAll);
        List<String> roots =
                tree.keySet().stream().filter(code -> !below.contains(code)).toList();
        if (roots.size() > 1) {
            problem(
                    place,
                    "Dimension " + name + " has more than one total: " + String.join(", ", roots) + ".",
                    "Put all codes below one total, or correct the code that stands below none.");
            return Optional.empty();
        }
        Set<String> reached = new LinkedHashSet<>(roots);
        List<String> next = new ArrayList<>(roots);
        while (!next.isEmpty()) {
            String code = next.remove(next.size() - 1);
            tree.getOrDefault(code, List.of()).stream().filter(reached::add).forEach(next::add);
        }
        List<String> turning =
                tree.keySet().stream().filter(code -> !reached.contains(code)).toList();
        if (roots.isEmpty() || !turning.isEmpty()) {
            problem(
                    place,
                    turning.isEmpty()
                            ? "The tree of dimension " + name + " is empty."
                            : "The tree of dimension " + name + " goes in a circle: " + String.join(", ", turning)
                                    + ".",
                    "Begin with one total, and let no code stand below itself.");
            return Optional.empty();
        }
        return checked(name, place, roots.get(0), reached);
    }

    private Optional<String> checked(String name, Place place, String root, Set<String> codes) {
        boolean isTaken = !root.equals(Hierarchy.TOTAL) && codes.contains(Hierarchy.TOTAL);
        if (isTaken || codes.stream().anyMatch(String::isBlank)) {
            problem(
                    place,
                    isTaken
                            ? "Dimension " + name + " has a code " + Hierarchy.TOTAL + " that is not its total."
                            : "Dimension " + name + " has a code without a name.",
                    "Give the code another name, in the CSV file too.");
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private @Nullable Node member(String name, Node node, String key) {
        Optional<Node> member = node.get(key);
        if (member.isEmpty()) {
            Set<String> written =
                    node instanceof Node.Members members ? members.byKey().keySet() : Set.of();
            String hint = written.stream()
                    .filter(each -> Suggestion.nearest(each, List.of(key)).isPresent())
                    .findFirst()
                    .map(each -> " ('" + each + "' is no such word)")
                    .orElse("");
            problem(node.place(), "Dimension " + name + " has no '" + key + "'" + hint + ".", FORM);
        }
        return member.orElse(null);
    }

    private static boolean isCode(Node child) {
        return child instanceof Node.Scalar scalar
                && (scalar.kind() == Node.ScalarKind.TEXT || scalar.kind() == Node.ScalarKind.NUMBER);
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.kind() == Node.ScalarKind.NULL;
    }

    private static List<String> texts(Node list) {
        return list instanceof Node.Items items
                ? items.nodes().stream().map(Node::toString).map(String::strip).toList()
                : List.of();
    }

    private static Place place(Node.Members members, String key) {
        Node value = members.byKey().get(key);
        return value == null ? members.place() : value.place();
    }

    private void problem(Place place, String reason, String fix) {
        problems.add(new Problem(file, place, reason, fix));
    }
}
