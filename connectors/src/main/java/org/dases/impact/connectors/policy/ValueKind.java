// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Value;

/** As what two values are compared. */
enum ValueKind {
    MOMENT,
    DURATION,
    NUMBER,
    TRUTH,
    TEXT,
    /** Numbers with points between them, of which 1.10 comes after 1.9. */
    VERSION,
    /** A type that is not known here, which compares with nothing. */
    FOREIGN;

    private static final Set<String> MOMENTS = Set.of("dateTime", "dateTimeStamp", "date", "datetime");
    private static final Set<String> DURATIONS = Set.of("duration", "dayTimeDuration", "yearMonthDuration");
    private static final Set<String> NUMBERS = Set.of(
            "decimal",
            "integer",
            "int",
            "long",
            "short",
            "byte",
            "float",
            "double",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort",
            "unsignedByte");
    private static final Set<String> TEXTS = Set.of(
            "string", "normalizedString", "token", "anyURI", "anyType", "langString", "@id", "language", "NMTOKEN");
    private static final Set<String> TIME_OPERANDS = Set.of("dateTime", "inForceDate", "subscriptionDateTime");
    private static final Set<String> DURATION_OPERANDS =
            Set.of("elapsedTime", "meteredTime", "delayPeriod", "timeInterval");
    private static final Set<String> NUMBER_OPERANDS = Set.of("count", "usageCount", "percentage", "payAmount");

    /**
     * The type that is stated, else the operand's, else the one that both values look like. What is a number or a time
     * by its operand, or for who tells it, and a text by the policy compares with nothing.
     */
    static ValueKind of(String operand, Value left, Value right) {
        Optional<ValueKind> usual = ofOperand(operand);
        if (right.type().isEmpty()) {
            return usual.orElseGet(() -> left.type().isEmpty() ? alike(left.text(), right.text()) : typed(left.type()));
        }
        ValueKind stated = typed(right.type());
        if (!left.type().isEmpty()) {
            return typed(left.type()) == stated ? stated : FOREIGN;
        }
        return stated == TEXT ? usual.map(ValueKind::ofText).orElse(TEXT) : stated;
    }

    private static ValueKind ofText(ValueKind usual) {
        return usual == VERSION ? VERSION : FOREIGN;
    }

    private static Optional<ValueKind> ofOperand(String operand) {
        if (TIME_OPERANDS.contains(operand)) {
            return Optional.of(MOMENT);
        }
        if (DURATION_OPERANDS.contains(operand)) {
            return Optional.of(DURATION);
        }
        if (NUMBER_OPERANDS.contains(operand)) {
            return Optional.of(NUMBER);
        }
        return operand.equals("version") ? Optional.of(VERSION) : Optional.empty();
    }

    private static ValueKind typed(String type) {
        if (MOMENTS.contains(type)) {
            return MOMENT;
        }
        if (DURATIONS.contains(type)) {
            return DURATION;
        }
        if (NUMBERS.contains(type)) {
            return NUMBER;
        }
        if (type.equals("boolean")) {
            return TRUTH;
        }
        return TEXTS.contains(type) ? TEXT : FOREIGN;
    }

    private static ValueKind alike(String left, String right) {
        if (number(left).isPresent() && number(right).isPresent()) {
            return NUMBER;
        }
        if (Moment.parse(left).isPresent() && Moment.parse(right).isPresent()) {
            return MOMENT;
        }
        if (truth(left).isPresent() && truth(right).isPresent()) {
            return TRUTH;
        }
        return Span.parse(left).isPresent() && Span.parse(right).isPresent() ? DURATION : TEXT;
    }

    static Optional<BigDecimal> number(String text) {
        String stripped = text.strip();
        return stripped.length() <= 60 && stripped.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")
                ? Optional.of(new BigDecimal(stripped))
                : Optional.empty();
    }

    static Optional<Boolean> truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
