// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time, such as {@code P1Y2M3DT4H5M6S}. Months have no fixed length, so two of them may be neither longer
 * nor shorter than each other.
 *
 * @param months whole months
 * @param nanoseconds the rest
 * @see <a href="https://www.w3.org/TR/xmlschema-2/#duration-order">XML Schema, order relation on duration</a>
 */
record Span(long months, BigDecimal nanoseconds) {
    private static final Pattern WRITTEN = Pattern.compile("(-)?P(?=.)(?:(\\d{1,6})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})W)?"
            + "(?:(\\d{1,8})D)?(?:T(?=.)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,12}(?:\\.\\d{1,9})?)S)?)?");
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final List<OffsetDateTime> STARTS =
            List.of(start(1696, 9), start(1697, 2), start(1903, 3), start(1903, 7));

    private static OffsetDateTime start(int year, int month) {
        return OffsetDateTime.of(year, month, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    }

    static Optional<Span> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        long months = number(written, 2).longValue() * 12 + number(written, 3).longValue();
        BigDecimal days = number(written, 4).multiply(BigDecimal.valueOf(7)).add(number(written, 5));
        BigDecimal seconds = days.multiply(BigDecimal.valueOf(86_400))
                .add(number(written, 6).multiply(BigDecimal.valueOf(3_600)))
                .add(number(written, 7).multiply(BigDecimal.valueOf(60)))
                .add(number(written, 8));
        BigDecimal nanoseconds = seconds.multiply(SECOND);
        return Optional.of(
                written.group(1) == null ? new Span(months, nanoseconds) : new Span(-months, nanoseconds.negate()));
    }

    private static BigDecimal number(Matcher written, int group) {
        String digits = written.group(group);
        return digits == null ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    /** Whether this is shorter than, as long as or longer than another; empty when it depends on the months. */
    Optional<Integer> compare(Span other) {
        List<Integer> orders = STARTS.stream()
                .map(start -> after(start).compareTo(other.after(start)))
                .map(Integer::signum)
                .distinct()
                .toList();
        return orders.size() == 1 ? Optional.of(orders.get(0)) : Optional.empty();
    }

    private BigDecimal after(OffsetDateTime start) {
        Instant moved = start.plusMonths(months).toInstant();
        return BigDecimal.valueOf(moved.getEpochSecond()).multiply(SECOND).add(nanoseconds);
    }
}
