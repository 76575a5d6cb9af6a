// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dases.impact.indicators.cohort.IndicatorProblem;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PublishedTable;

/** Checks whether a table's indicators can be broken down by its dimensions: no data and no Spark session needed. */
public final class TableChecks {
    /** Names of the columns that every published table has, and of those that cells have on the way there. */
    private static final Set<String> FIXED = Set.of(
            ("release_id table_id school_year period_kind period_start indicator_id unit value value_low value_high"
                            + " numerator denominator n_learners n_schools n_providers ci_low ci_high obs_status"
                            + " conf_status frozen_since method_version"
                            + " indicator of name all contributors x y hits misses xx xm mm schools top_school providers"
                            + " top_provider units units_hit percentiles least greatest below above form scale shared"
                            + " distinct limits numerator_learners complement_learners v side a d")
                    .split(" "));

    /** Columns of the canonical tables that name one person, or one class of a few. */
    private static final Pattern PERSON = Pattern.compile("(?i)\\b(learner|class|respondent)_pid\\b");

    private final PublishedTable table;
    private final List<IndicatorProblem> problems = new ArrayList<>();

    private TableChecks(PublishedTable table) {
        this.table = table;
    }

    /**
     * Checks a table.
     *
     * @param table the table
     * @return its problems, those of its indicators' expressions left to {@link IndicatorChecks}; empty when it can be
     *     computed
     */
    public static List<IndicatorProblem> check(PublishedTable table) {
        TableChecks checks = new TableChecks(table);
        checks.columns();
        checks.persons();
        checks.size();
        for (Indicator indicator : table.indicators()) {
            checks.publishable(indicator);
            if (indicator.measure() instanceof Measure.Comparison comparison) {
                checks.comparison(indicator, comparison);
            } else if (indicator.measure().isOfRows()) {
                checks.levels(indicator);
            }
        }
        return List.copyOf(checks.problems);
    }

    /** What the gate has no rule for is not published: default deny. */
    private void publishable(Indicator indicator) {
        if (indicator.isPublishable()) {
            return;
        }
        String why = "is of a kind for which the gate has no rule";
        if (indicator.requires().isPresent()) {
            why = "is declared only: " + indicator.requires().get().en();
        } else if (indicator.measure() instanceof Measure.Study) {
            why = "is the result of an impact study, which is no cell of a table";
        }
        add(
                indicator.id(),
                "indicators",
                "'" + indicator.id() + "' cannot be published: it " + why.replaceAll("[.]$", ""),
                "Leave it out of the table.");
    }

    private void columns() {
        Set<String> seen = new HashSet<>(FIXED);
        for (Level level : levels()) {
            if (!seen.add(level.column().toLowerCase(Locale.ROOT))) { // as Spark tells columns apart
                add(
                        "",
                        "dimensions",
                        "column '" + level.column() + "' would stand twice in table '" + table.id()
                                + "', or has the name of one that its cells are computed with",
                        "Rename the column of the level.");
            }
        }
        Set<String> ids = new HashSet<>();
        for (Indicator indicator : table.indicators()) {
            if (!ids.add(indicator.id())) {
                add(
                        indicator.id(),
                        "indicators",
                        "indicator '" + indicator.id() + "' is asked for twice",
                        "Remove one of them.");
            }
        }
    }

    /** The codes of a level are published, those of withheld rows too: they must not be persons. */
    private void persons() {
        for (Level level : levels()) {
            if (PERSON.matcher(level.code()).find()) {
                add(
                        "",
                        "dimensions",
                        "level '" + level.column() + "' reads " + level.source()
                                + ", the pseudonym of a person: its codes would be published",
                        "Leave the dimension out, or read something that many learners have in common.");
            }
        }
    }

    /** How many cells there are is known from the data; that they are too many may be known before. */
    private void size() {
        if (CubeLimit.isPassedByOneRow(table)) {
            add(
                    "",
                    "dimensions",
                    "table '" + table.id()
                            + "' has so many dimensions that a single row makes more than 10000000 cells:"
                            + " one for each combination of its codes and their totals",
                    "Leave dimensions or levels out, or make several tables of it.");
        }
    }

    private void levels(Indicator indicator) {
        for (Level level : levels()) {
            Optional<String> ddl =
                    MeasuredTables.columns(level.table().equals("row") ? indicator.over() : level.table());
            ddl.map(columns -> new RowExpression(org.apache.spark.sql.types.StructType.fromDDL(columns)))
                    .flatMap(row -> row.check(level.code(), "a code", type -> true))
                    .ifPresent(flaw -> add(
                            indicator.id(),
                            "dimensions",
                            "level '" + level.column() + "' reads " + level.source() + ", but "
                                    + (level.table().equals("row")
                                            ? "rows of '" + indicator.over() + "', over which '" + indicator.id()
                                                    + "' is defined, do not give it: "
                                            : "")
                                    + flaw.message(),
                            "Leave the dimension or the indicator out, or put it in a table of its own."));
        }
    }

    private void comparison(Indicator indicator, Measure.Comparison comparison) {
        if (table.indicators().stream().noneMatch(other -> other.id().equals(comparison.indicator()))) {
            add(
                    indicator.id(),
                    "indicators",
                    "'" + indicator.id() + "' compares values of '" + comparison.indicator()
                            + "', which the table does not ask " + "for",
                    "Add '" + comparison.indicator() + "' to its indicators.");
        }
        if (levels().stream().noneMatch(level -> level.column().equals(comparison.level()))) {
            add(
                    indicator.id(),
                    "dimensions",
                    "'" + indicator.id() + "' compares codes of the level '" + comparison.level()
                            + "', which no dimension of the table has",
                    "Add the dimension that holds it.");
        }
    }

    private List<Level> levels() {
        return table.dimensions().stream()
                .map(Dimension::levels)
                .flatMap(List::stream)
                .toList();
    }

    private void add(String indicator, String part, String message, String fix) {
        problems.add(new IndicatorProblem(indicator, part, message, fix));
    }
}
