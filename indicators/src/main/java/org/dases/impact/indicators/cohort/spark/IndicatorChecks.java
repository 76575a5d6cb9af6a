// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.cohort.CloseName;
import org.dases.impact.indicators.cohort.IndicatorProblem;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;

/** Checks the expressions of indicators against the columns of their tables: no data and no Spark session needed. */
public final class IndicatorChecks {
    private static final Predicate<DataType> TRUTH = BooleanType.class::isInstance;
    private static final Predicate<DataType> NUMBER = NumericType.class::isInstance;

    private static final List<String> SCHOOLS = List.of("uai");

    private IndicatorChecks() {}

    /**
     * Checks an indicator against the table it names.
     *
     * @param indicator the indicator
     * @return its problems; empty when it can be computed
     */
    public static List<IndicatorProblem> check(Indicator indicator) {
        return MeasuredTables.columns(indicator.over())
                .map(ddl -> check(indicator, StructType.fromDDL(ddl)))
                .orElseGet(() -> List.of(new IndicatorProblem(
                        indicator.id(),
                        "over",
                        "unknown table '" + indicator.over() + "'"
                                + CloseName.hint(indicator.over(), MeasuredTables.names()),
                        "Known: " + String.join(", ", MeasuredTables.names()) + ".")));
    }

    /**
     * Checks an indicator against columns.
     *
     * @param indicator the indicator
     * @param table columns of the table it is over
     * @return its problems; empty when it can be computed
     */
    public static List<IndicatorProblem> check(Indicator indicator, StructType table) {
        return new Checking(indicator, table).run();
    }

    /** The columns of a table as an indicator sees them, for tables that {@link MeasuredTables} knows. */
    static StructType columns(String table) {
        return StructType.fromDDL(MeasuredTables.columns(table)
                .orElseThrow(() -> new IllegalArgumentException("no table '" + table + "'")));
    }

    private static final class Checking {
        private final Indicator indicator;
        private final StructType table;
        private final RowExpression expressions;
        private final List<IndicatorProblem> problems = new ArrayList<>();

        Checking(Indicator indicator, StructType table) {
            this.indicator = indicator;
            this.table = table;
            this.expressions = new RowExpression(table);
        }

        List<IndicatorProblem> run() {
            Measure measure = indicator.measure();
            if (!measure.isOfRows()) {
                return List.of();
            }
            contributor();
            indicator.where().ifPresent(where -> condition("where", where));
            if (measure instanceof Measure.Distinct distinct) {
                distinct.columns().forEach(this::column);
            } else if (measure instanceof Measure.Sum sum) {
                number(sum.of());
            } else if (measure instanceof Measure.Rate rate) {
                condition("measure", rate.numerator());
                condition("measure", rate.denominator());
                rate.per().forEach(this::column);
                within(rate);
                rate.repeats().ifPresent(repeats -> parts(rate.per(), repeats.distinct()));
            } else if (measure instanceof Measure.Mean mean) {
                number(mean.of());
                mean.per().forEach(this::column);
                parts(mean.per(), mean.distinct());
            } else if (measure instanceof Measure.Quantile quantile) {
                number(quantile.of());
                quantile.per().forEach(this::column);
                parts(quantile.per(), quantile.distinct());
                own(quantile.per(), "a quantile puts the values of units into order");
            } else if (measure instanceof Measure.RatioOfSums ratio) {
                number(ratio.numerator());
                number(ratio.denominator());
            }
            return List.copyOf(problems);
        }

        private void contributor() {
            List<String> names = List.of(table.fieldNames());
            String contributor = CompiledIndicator.contributor(indicator.contributor(), names);
            boolean isColumn = contributor.matches("[a-z_]+");
            if (isColumn && !names.contains(contributor)) {
                add(
                        "contributor",
                        "table '" + indicator.over() + "' has no column '" + contributor
                                + "', so its rows have no such contributor",
                        "Choose the contributor that the table knows, or record.");
            }
            List<String> persons =
                    CanonicalTables.PERSONS.stream().filter(names::contains).toList();
            if (!persons.isEmpty() && isBlindToPersons()) {
                add(
                        "contributor",
                        "the rows of table '" + indicator.over()
                                + "' are about persons, and nobody would count how many" + " of them a figure is about",
                        "Choose " + persons.get(0) + "; only numbers and shares of schools are counted by uai here.");
            }
        }

        /** Whether what is measured tells of persons while the contributors counted are others. */
        private boolean isBlindToPersons() {
            return switch (indicator.contributor()) {
                case LEARNER -> false;
                case RECORD -> true;
                case SCHOOL ->
                    !(indicator.measure() instanceof Measure.Distinct distinct
                                    && distinct.columns().equals(SCHOOLS))
                            && !(indicator.measure() instanceof Measure.Rate rate
                                    && rate.per().equals(SCHOOLS));
            };
        }

        /** What is above the line must be below it too, and be seen to be. */
        private void within(Measure.Rate rate) {
            if (!problems.isEmpty()) {
                return;
            }
            expressions
                    .outside(rate.numerator(), rate.denominator())
                    .ifPresent(row -> add(
                            "measure",
                            "the numerator is not within the denominator: a row with " + row
                                    + " is in the one and not in the other",
                            "Write (" + rate.denominator() + ") and (" + rate.numerator() + ") as the numerator."));
        }

        private void parts(List<String> per, List<String> distinct) {
            distinct.forEach(this::column);
            if (!distinct.isEmpty()) {
                own(per, "'distinct' counts the parts of units");
            }
        }

        /** Units whose rows the walk meets together are those of one contributor. */
        private void own(List<String> per, String why) {
            String contributor = CompiledIndicator.contributor(indicator.contributor(), List.of(table.fieldNames()));
            if (!per.contains(contributor)) {
                add(
                        "measure",
                        why + " that each belong to one contributor, but 'per' does not name '" + contributor + "'",
                        "Add it to 'per'.");
            }
        }

        private void condition(String part, String text) {
            expressions
                    .check(text, "true or false", type -> TRUTH.test(type) || type instanceof NullType)
                    .ifPresent(flaw -> add(part, flaw.message(), flaw.fix()));
        }

        private void number(String text) {
            expressions.check(text, "a number", NUMBER).ifPresent(flaw -> add("measure", flaw.message(), flaw.fix()));
        }

        private void column(String name) {
            List<String> known = List.of(table.fieldNames());
            if (!known.contains(name)) {
                add(
                        "measure",
                        "unknown column '" + name + "'" + CloseName.hint(name, known),
                        "Known: " + String.join(", ", known) + ".");
            }
        }

        private void add(String part, String message, String fix) {
            problems.add(new IndicatorProblem(indicator.id(), part, message, fix));
        }
    }
}
