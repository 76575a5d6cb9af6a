// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in time as contracts write it: a date, which lasts the whole day, or a date and time, where seconds and
 * offset may be missing. Without an offset it is UTC.
 *
 * @param first first instant that belongs to it
 * @param last last instant that belongs to it; the same as the first for a date and time
 */
public record Moment(Instant first, Instant last) {
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter();
    private static final Pattern ZONED_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:?[0-9]{2})");
    private static final Pattern RELATIVE =
            Pattern.compile("contractagreement([+-])(-?)([0-9]{1,9})([smhd])", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    /**
     * Reads a date or a date and time.
     *
     * @param text for instance {@code 2026-08-31}, {@code 2026-08-31T12:00} or {@code 2026-08-31T12:00:00+02:00}
     * @return empty when it is neither
     */
    public static Optional<Moment> parse(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("-") && !(stripped.length() >= 10 && Character.isDigit(stripped.charAt(0)))) {
            return Optional.empty();
        }
        if (ZONED_DATE.matcher(stripped).matches()) {
            return zonedDate(stripped);
        }
        try {
            TemporalAccessor read =
                    WRITTEN.parseBest(stripped, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof LocalDate date) {
                Instant next = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                return Optional.of(new Moment(date.atStartOfDay(ZoneOffset.UTC).toInstant(), next.minusNanos(1)));
            }
            return Optional.of(at(
                    read instanceof OffsetDateTime exact
                            ? exact.toInstant()
                            : LocalDateTime.from(read).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** A date of XML Schema may say where the day begins: {@code 2026-08-31+02:00}. */
    private static Optional<Moment> zonedDate(String text) {
        try {
            ZoneOffset offset = ZoneOffset.of(text.substring(10));
            LocalDate date = LocalDate.parse(text.substring(0, 10));
            Instant next = date.plusDays(1).atStartOfDay(offset).toInstant();
            return Optional.of(new Moment(date.atStartOfDay(offset).toInstant(), next.minusNanos(1)));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Reads a moment that may be told relative to the signing of the contract, as Eclipse EDC does.
     *
     * @param text as in {@link #parse(String)}, or {@code contractAgreement+90d} with unit s, m, h or d
     * @param signedAt when the contract was signed; empty when unknown
     * @return empty when it is neither, or relative to an unknown signing
     */
    public static Optional<Moment> parse(String text, Optional<Instant> signedAt) {
        Matcher relative = RELATIVE.matcher(text.strip());
        if (!relative.matches()) {
            return parse(text);
        }
        Duration unit = UNITS.getOrDefault(relative.group(4).toLowerCase(Locale.ROOT), Duration.ZERO);
        Duration offset = unit.multipliedBy(Long.parseLong(relative.group(3)));
        boolean earlier = relative.group(1).equals("-") != relative.group(2).equals("-");
        try {
            return signedAt.map(signing -> at(earlier ? signing.minus(offset) : signing.plus(offset)));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /**
     * The moment that is one instant.
     *
     * @param instant which
     * @return first and last are the same
     */
    public static Moment at(Instant instant) {
        return new Moment(instant, instant);
    }
}
