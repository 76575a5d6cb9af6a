// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Place;

/** A condition of a rule. */
public sealed interface Constraint {
    /**
     * Where it stands.
     *
     * @return place in the document
     */
    Place place();

    /**
     * This constraint, or those inside it.
     *
     * @return all atomic constraints at any depth
     */
    default Stream<Atomic> atoms() {
        return Stream.empty();
    }

    /**
     * The atomic constraints without which this one cannot hold.
     *
     * @return itself, or those of the parts of an {@code and}
     */
    default Stream<Atomic> required() {
        return Stream.empty();
    }

    /**
     * A comparison of one operand with values.
     *
     * @param leftOperand short name of a known vocabulary, else an IRI
     * @param operator as written, without prefix
     * @param right values to compare with; empty when none is given
     * @param unit unit of the values; empty when none is stated
     * @param place where it stands
     */
    record Atomic(String leftOperand, String operator, List<Value> right, String unit, Place place)
            implements Constraint {
        public Atomic {
            right = List.copyOf(right);
        }

        /**
         * A comparison without a unit.
         *
         * @param leftOperand as above
         * @param operator as above
         * @param right as above
         * @param place as above
         */
        public Atomic(String leftOperand, String operator, List<Value> right, Place place) {
            this(leftOperand, operator, right, "", place);
        }

        @Override
        public Stream<Atomic> atoms() {
            return Stream.of(this);
        }

        @Override
        public Stream<Atomic> required() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            String values = right.stream().map(Value::text).collect(Collectors.joining(", "));
            return leftOperand + " " + operator + " " + (right.size() == 1 ? values : "[" + values + "]")
                    + (unit.isEmpty() ? "" : " " + unit);
        }
    }

    /**
     * Constraints joined by a logical operator.
     *
     * @param connective how they are joined
     * @param parts the joined constraints
     * @param place where it stands
     */
    record Logical(Connective connective, List<Constraint> parts, Place place) implements Constraint {
        public Logical {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Atomic> atoms() {
            return parts.stream().flatMap(Constraint::atoms);
        }

        @Override
        public Stream<Atomic> required() {
            return switch (connective) {
                case AND, AND_SEQUENCE -> parts.stream().flatMap(Constraint::required);
                case OR, XONE -> Stream.empty();
            };
        }

        @Override
        public String toString() {
            return parts.stream().map(Constraint::toString).collect(Collectors.joining("; ", connective + " (", ")"));
        }
    }

    /**
     * Something that limits the rule but is not understood.
     *
     * @param reason what is not understood, as a part of a sentence
     * @param place where it stands
     */
    record Unreadable(String reason, Place place) implements Constraint {
        @Override
        public String toString() {
            return reason;
        }
    }

    /** Logical operators of ODRL. */
    enum Connective {
        /** All hold. */
        AND("and"),
        /** All hold, in their order. */
        AND_SEQUENCE("andSequence"),
        /** At least one holds. */
        OR("or"),
        /** Exactly one holds. */
        XONE("xone");

        private final String term;

        Connective(String term) {
            this.term = term;
        }

        /**
         * The term in ODRL.
         *
         * @return for instance {@code andSequence}
         */
        public String term() {
            return term;
        }

        @Override
        public String toString() {
            return term;
        }
    }
}
