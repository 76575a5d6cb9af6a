// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Place;

/** Reads constraints; what is not understood becomes {@link Constraint.Unreadable}. */
final class ConstraintReader {
    private static final Set<String> LOGICAL = Set.of("and", "or", "xone", "andSequence");
    private static final Set<String> ATOMIC =
            Set.of("leftOperand", "operator", "rightOperand", "dataType", "datatype", "unit");

    private ConstraintReader() {}

    /** The constraints below a member, and one unreadable for each member of the owner that is not known. */
    static List<Constraint> read(Node owner, String member) {
        return owner.all(member).stream().map(ConstraintReader::constraint).toList();
    }

    static List<Constraint> unknownMembers(Node owner, Set<String> known) {
        return Annotations.unknownMembers(owner, known).stream()
                .map(name -> unreadable("the member '" + name + "' is not part of ODRL", owner.place()))
                .toList();
    }

    static Constraint unreadable(String reason, Place place) {
        return new Constraint.Unreadable(reason, place);
    }

    private static Constraint constraint(Node node) {
        if (!(node instanceof Node.Members members)) {
            return unreadable("the constraint '" + node + "' is not an object", node.place());
        }
        List<String> connectives =
                members.byKey().keySet().stream().filter(LOGICAL::contains).toList();
        if (connectives.isEmpty()) {
            return node.text("operator").filter(LOGICAL::contains).isPresent() ? joined(node) : atomic(node);
        }
        List<Constraint> unknown = unknownMembers(node, Set.of(connectives.get(0)));
        if (connectives.size() > 1 || !unknown.isEmpty()) {
            return unreadable(
                    "a constraint mixes " + String.join(", ", members.byKey().keySet()), node.place());
        }
        return logical(node, connectives.get(0), connectives.get(0));
    }

    /** A logical constraint as the connectors of IDSA and Prometheus-X write it: its term is the operator. */
    private static Constraint joined(Node node) {
        return Annotations.unknownMembers(node, Set.of("operator", "constraint"))
                        .isEmpty()
                ? logical(node, node.text("operator").orElse(""), "constraint")
                : unreadable("a constraint joins others and compares at once", node.place());
    }

    private static Constraint logical(Node node, String term, String member) {
        List<Constraint> parts = read(node, member);
        if (parts.isEmpty()) {
            return unreadable("the constraint '" + term + "' joins nothing", node.place());
        }
        Constraint.Connective connective = Stream.of(Constraint.Connective.values())
                .filter(each -> each.term().equals(term))
                .findFirst()
                .orElseThrow();
        return new Constraint.Logical(connective, parts, node.place());
    }

    private static Constraint atomic(Node node) {
        Optional<String> left = node.text("leftOperand");
        Optional<String> operator = node.text("operator");
        if (left.isEmpty() || operator.isEmpty()) {
            String missing = left.isEmpty() ? "leftOperand" : "operator";
            return unreadable("a constraint has no " + missing, node.place());
        }
        List<String> unknown = Annotations.unknownMembers(node, ATOMIC);
        if (!unknown.isEmpty()) {
            return unreadable(
                    "the constraint on " + left.get() + " has '" + String.join("', '", unknown)
                            + "', which cannot be tested here",
                    node.place());
        }
        List<Value> right = new ArrayList<>();
        String type = node.text("dataType").or(() -> node.text("datatype")).orElse("");
        for (Node item : node.all("rightOperand")) {
            Optional<Value> value = value(item, type);
            if (value.isEmpty()) {
                return unreadable("the value of the constraint on " + left.get() + " is not a value", item.place());
            }
            right.add(value.get());
        }
        return right.isEmpty()
                ? unreadable("the constraint on " + left.get() + " names no value", node.place())
                : new Constraint.Atomic(
                        left.get(), operator.get(), right, node.text("unit").orElse(""), node.place());
    }

    private static Optional<Value> value(Node item, String type) {
        return item.text().map(text -> new Value(text, item.text("@type").orElse(type)));
    }
}
