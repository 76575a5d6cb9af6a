// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The checks of a mapping that need neither Spark nor the landed columns. */
final class MappingShape {
    private final Mapping mapping;

    MappingShape(Mapping mapping) {
        this.mapping = mapping;
    }

    List<MappingProblem> problems() {
        List<MappingProblem> problems = new ArrayList<>();
        if (mapping.tables().isEmpty()) {
            problems.add(new MappingProblem(
                    "", "", "dataset '" + mapping.dataset() + "' maps to no table", "add one under 'tables'"));
        }
        mapping.tables()
                .forEach((name, table) -> CanonicalTables.find(name)
                        .ifPresentOrElse(
                                canonical -> checkTable(canonical, table, problems),
                                () -> problems.add(unknownTable(name))));
        checkRequired(problems);
        return problems;
    }

    private static MappingProblem unknownTable(String name) {
        List<String> names =
                CanonicalTables.all().stream().map(CanonicalTable::name).toList();
        return new MappingProblem(name, "", "unknown canonical table '" + name + "'", suggest(name, names));
    }

    private static void checkTable(CanonicalTable canonical, TableMapping table, List<MappingProblem> problems) {
        Map<String, String> columns = table.columns();
        for (String column : columns.keySet()) {
            if (column.equals(CanonicalTable.SCHOOL_YEAR)
                    || canonical.column(column).isPresent()) {
                continue;
            }
            problems.add(unknownColumn(canonical, column));
        }
        for (CanonicalColumn column : canonical.columns()) {
            if (column.required() && !columns.containsKey(column.name())) {
                problems.add(new MappingProblem(
                        canonical.name(), column.name(), "required column is not mapped", "add an expression for it"));
            }
        }
        yearMissing(canonical, columns).ifPresent(problems::add);
    }

    private static MappingProblem unknownColumn(CanonicalTable canonical, String column) {
        if (column.equals(CanonicalTable.PROVIDER)) {
            String reason = "provider_id cannot be mapped: it is the same for all rows of a dataset";
            return new MappingProblem(canonical.name(), column, reason, "set 'provider' of the dataset");
        }
        List<String> names =
                canonical.columns().stream().map(CanonicalColumn::name).toList();
        String reason = "unknown canonical column '" + column + "' in table '" + canonical.name() + "'";
        return new MappingProblem(canonical.name(), column, reason, suggest(column, names));
    }

    private static Optional<MappingProblem> yearMissing(CanonicalTable canonical, Map<String, String> columns) {
        if (columns.containsKey(CanonicalTable.SCHOOL_YEAR)) {
            return Optional.empty();
        }
        if (canonical.year() instanceof YearRule.Given) {
            return Optional.of(new MappingProblem(
                    canonical.name(),
                    CanonicalTable.SCHOOL_YEAR,
                    "required column is not mapped",
                    "add an expression that gives a text such as '2025-2026'"));
        }
        if (canonical.year() instanceof YearRule.From from && !columns.containsKey(from.column())) {
            return Optional.of(new MappingProblem(
                    canonical.name(),
                    from.column(),
                    "the school year of a row cannot be found without it",
                    "map '" + from.column() + "' or 'school_year'"));
        }
        return Optional.empty();
    }

    private void checkRequired(List<MappingProblem> problems) {
        TreeSet<String> mapped = new TreeSet<>();
        mapping.tables().values().forEach(table -> mapped.addAll(table.columns().keySet()));
        for (String column : mapping.required()) {
            if (!mapped.contains(column)) {
                String reason = "quality.required names '" + column + "', which no table maps";
                problems.add(new MappingProblem("", column, reason, suggest(column, List.copyOf(mapped))));
            }
        }
    }

    private static String suggest(String name, List<String> names) {
        return CloseNames.to(name, names)
                .map(close -> "did you mean '" + close + "'?")
                .orElse("known are " + String.join(", ", names));
    }
}
