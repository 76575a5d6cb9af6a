// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Whether a table is as coarse as a contract demands. The contract names levels of dimensions and kinds of period; a
 * table may show what is named and what is known to be coarser. What is not named and not known to be coarser is too
 * fine, so that a contract that says only {@code academie} allows no years. A level is what it is read from, whatever a
 * table calls it.
 */
final class Granularity {
    /** From coarse to fine, each nesting in the one before. */
    private static final List<String> PLACES =
            List.of("region_academique", "academie", "departement", "commune", "school_id");

    /** Weeks nest in none of these: months less whole weeks would be days. */
    private static final List<String> PERIODS = Stream.of(PeriodKind.YEAR, PeriodKind.MONTH, PeriodKind.DAY)
            .map(Granularity::name)
            .toList();

    private final Set<String> allowed;

    /** Of the levels that a contract names, in any spelling of capitals. */
    Granularity(Set<String> named) {
        this.allowed = named.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** What of a table is too fine, in the order of its dimensions; empty when nothing is. */
    List<String> tooFine(PublishedTable table) {
        List<String> found = new ArrayList<>();
        for (Dimension dimension : table.dimensions()) {
            dimension.levels().stream()
                    .filter(level -> !isAllowed(level))
                    .map(Granularity::name)
                    .forEach(found::add);
        }
        table.periods().stream()
                .filter(kind -> kind != PeriodKind.ALL && !isAllowed(kind))
                .map(Granularity::name)
                .forEach(found::add);
        return found;
    }

    /** A sentence that a lawyer can read; empty when the table may be published. */
    Optional<String> objection(String dataset, PublishedTable table) {
        List<String> fine = tooFine(table);
        return fine.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Dataset " + dataset + " is left out: its contract limits the detail of published figures to "
                                + allowed.stream().sorted().collect(Collectors.joining(", "))
                                + " (granularity), and table "
                                + table.id() + " shows " + String.join(", ", fine)
                                + ". Make the table coarser, or agree on these levels.");
    }

    /** What an expression makes of a place may be another place: it is none that a contract knows. */
    private boolean isAllowed(Level level) {
        String name = name(level);
        return level.expression().isEmpty()
                ? isAllowed(PLACES, name)
                : allowed.contains(name) && !PLACES.contains(name);
    }

    private boolean isAllowed(PeriodKind kind) {
        return isAllowed(PERIODS, name(kind)) || (kind == PeriodKind.WEEK && allowed.contains(name(PeriodKind.DAY)));
    }

    private boolean isAllowed(List<String> fromCoarse, String level) {
        int place = fromCoarse.indexOf(level);
        return allowed.contains(level)
                || (place >= 0 && allowed.stream().mapToInt(fromCoarse::indexOf).anyMatch(other -> other > place));
    }

    /** What the canonical column is called, whatever a table calls it; of an expression, what the table calls it. */
    private static String name(Level level) {
        return (level.expression().isEmpty() ? level.code() : level.column()).toLowerCase(Locale.ROOT);
    }

    private static String name(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
