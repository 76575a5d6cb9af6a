// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.dases.impact.connectors.jsonld.JsonLd;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Value;

/**
 * Compares what is the case with what a constraint names, each as its type.
 *
 * @param operand what is compared; a purpose is also what is broader than it
 * @param signedAt when the contract was signed, for moments told relative to it
 * @param belonging what belongs to which collection or broader term
 */
record Comparison(String operand, Optional<Instant> signedAt, Belonging belonging) {
    private static final Set<String> WITHIN = Set.of("spatial", "recipient");

    /** How one value stands to another: which of less, equal and greater hold. */
    private record Order(Truth less, Truth equal, Truth greater) {
        static final Order UNKNOWN = new Order(Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN);

        static Order of(int sign) {
            return new Order(Truth.of(sign < 0), Truth.of(sign == 0), Truth.of(sign > 0));
        }

        static Order unordered(boolean equal) {
            return new Order(
                    equal ? Truth.NOT_HELD : Truth.UNKNOWN, Truth.of(equal), equal ? Truth.NOT_HELD : Truth.UNKNOWN);
        }
    }

    /**
     * Several values may be the case, such as our purposes. The test must come out alike for each of them; where it
     * holds for only some it is unknown, so that none is permitted for the sake of another. Of the roles that a party
     * has one is enough.
     */
    Truth test(List<Value> left, Operator operator, List<Value> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return switch (operator) {
            case EQ -> single(right, bound -> each(left, value -> equal(value, bound)));
            case NEQ ->
                single(right, bound -> every(left, value -> equal(value, bound).negated()));
            case GT ->
                single(right, bound -> every(left, value -> order(value, bound).greater()));
            case GTEQ ->
                single(
                        right,
                        bound -> every(left, value -> order(value, bound).less().negated()));
            case LT ->
                single(right, bound -> every(left, value -> order(value, bound).less()));
            case LTEQ ->
                single(
                        right,
                        bound -> every(
                                left, value -> order(value, bound).greater().negated()));
            case IS_ANY_OF -> each(left, value -> any(right, bound -> equal(value, bound)));
            case IS_NONE_OF ->
                every(left, value -> any(right, bound -> equal(value, bound)).negated());
            case IS_ALL_OF -> all(right, bound -> any(left, value -> equal(value, bound)));
            case IS_A, IS_PART_OF -> each(left, value -> any(right, bound -> part(value, bound)));
            case HAS_PART -> all(right, bound -> any(left, value -> part(bound, value)));
        };
    }

    private interface Test extends java.util.function.Function<Value, Truth> {}

    private static Truth single(List<Value> right, Test test) {
        return right.size() == 1 ? test.apply(right.get(0)) : Truth.UNKNOWN;
    }

    private static Truth any(List<Value> values, Test test) {
        return Truth.any(values.stream().map(test).toList());
    }

    private static Truth all(List<Value> values, Test test) {
        return Truth.all(values.stream().map(test).toList());
    }

    private Truth each(List<Value> values, Test test) {
        return operand.equals("role") ? any(values, test) : every(values, test);
    }

    private static Truth every(List<Value> values, Test test) {
        List<Truth> each = values.stream().map(test).distinct().toList();
        return each.size() == 1 ? each.get(0) : Truth.UNKNOWN;
    }

    /**
     * What is narrower than a purpose is for that purpose. Of a place or recipient within the one that is named nobody
     * can say that it is that one, nor that it is not.
     */
    private Truth equal(Value left, Value right) {
        Truth equal = order(left, right).equal();
        if (equal == Truth.HELD || !belonging.isNarrower(left.text(), right.text())) {
            return equal;
        }
        if (operand.equals("purpose")) {
            return Truth.HELD;
        }
        return WITHIN.contains(operand) ? Truth.UNKNOWN : equal;
    }

    private Truth part(Value part, Value whole) {
        return isSame(part.text(), whole.text()) ? Truth.HELD : belonging.in(part.text(), whole.text());
    }

    private Order order(Value left, Value right) {
        return switch (ValueKind.of(operand, left, right)) {
            case MOMENT -> both(Moment.parse(left.text()), Moment.parse(right.text(), signedAt), Comparison::ofMoments);
            case DURATION ->
                both(
                        Span.parse(left.text()),
                        Span.parse(right.text()),
                        (one, other) -> one.compare(other).map(Order::of).orElse(Order.UNKNOWN));
            case NUMBER ->
                both(
                        ValueKind.number(left.text()),
                        ValueKind.number(right.text()),
                        (one, other) -> Order.of(one.compareTo(other)));
            case TRUTH ->
                both(
                        ValueKind.truth(left.text()),
                        ValueKind.truth(right.text()),
                        (one, other) -> Order.unordered(one.equals(other)));
            case TEXT -> Order.unordered(isSame(left.text(), right.text()));
            case VERSION -> ofVersions(left.text(), right.text());
            case FOREIGN -> Order.UNKNOWN;
        };
    }

    /** A policy may write a name with a prefix that everybody uses, and who asks in full, or the other way round. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || JsonLd.term(one).equals(JsonLd.term(other));
    }

    private static Order ofVersions(String left, String right) {
        Optional<Version> one = Version.parse(left);
        Optional<Version> other = Version.parse(right);
        return one.isPresent() && other.isPresent()
                ? one.get().compare(other.get()).map(Order::of).orElse(Order.UNKNOWN)
                : Order.unordered(left.equals(right));
    }

    private static <T> Order both(Optional<T> left, Optional<T> right, BiFunction<T, T, Order> order) {
        return left.isPresent() && right.isPresent() ? order.apply(left.get(), right.get()) : Order.UNKNOWN;
    }

    /** A date lasts its whole day: {@code lteq 2026-08-31} holds until its last instant. */
    private static Order ofMoments(Moment left, Moment right) {
        Truth less = within(left.last().isBefore(right.first()), !left.first().isBefore(right.first()));
        Truth greater = within(left.first().isAfter(right.last()), !left.last().isAfter(right.last()));
        boolean inside = !left.first().isBefore(right.first()) && !left.last().isAfter(right.last());
        return new Order(less, within(inside, less == Truth.HELD || greater == Truth.HELD), greater);
    }

    private static Truth within(boolean certainly, boolean certainlyNot) {
        if (certainly) {
            return Truth.HELD;
        }
        return certainlyNot ? Truth.NOT_HELD : Truth.UNKNOWN;
    }
}
