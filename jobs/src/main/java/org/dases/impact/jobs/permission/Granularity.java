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
 * fine, so that a contract that says only {@code academie} allows no years.
 */
final class Granularity {
    /** From coarse to fine, each nesting in the one before. */
    private static final List<String> PLACES =
            List.of("region_academique", "academie", "departement", "commune", "school_id");

    private final Set<String> allowed;

    /** Of the levels that a contract names, in any spelling of capitals. */
    Granularity(Set<String> named) {
        this.allowed = named.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** What of a table is too fine, in the order of its dimensions; empty when nothing is. */
    List<String> tooFine(PublishedTable table) {
        List<String> found = new ArrayList<>();
        for (Dimension dimension : table.dimensions()) {
            String finest = name(dimension.levels().get(dimension.levels().size() - 1));
            if (!isAllowed(PLACES, finest)) {
                found.add(finest);
            }
        }
        List<String> kinds =
                Stream.of(PeriodKind.values()).map(Granularity::name).toList();
        table.periods().stream()
                .filter(kind -> kind != PeriodKind.ALL)
                .map(Granularity::name)
                .filter(kind -> !isAllowed(kinds, kind))
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

    private boolean isAllowed(List<String> fromCoarse, String level) {
        int place = fromCoarse.indexOf(level);
        return allowed.contains(level)
                || (place >= 0 && allowed.stream().mapToInt(fromCoarse::indexOf).anyMatch(other -> other > place));
    }

    /** What an attribute of a register is called there, whatever a table calls it; else what the table calls it. */
    private static String name(Level level) {
        boolean register = !level.table().equals("row") && level.expression().isEmpty();
        return (register ? level.code() : level.column()).toLowerCase(Locale.ROOT);
    }

    private static String name(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
