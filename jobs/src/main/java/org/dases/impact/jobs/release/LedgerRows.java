// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.WithheldFor;
import org.dases.impact.jobs.lake.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the restricted ledger: one a release, which holds a random text, and one for each figure of a cell, told
 * or not.
 */
final class LedgerRows {
    static final StructType COLUMNS = new StructType()
            .add("release_id", DataTypes.LongType)
            .add("released_at", DataTypes.TimestampType)
            .add("nonce", DataTypes.StringType)
            .add("table_id", DataTypes.StringType)
            .add("place", DataTypes.StringType)
            .add("indicator_id", DataTypes.StringType)
            .add("primary", DataTypes.BooleanType)
            .add("learners", DataTypes.LongType)
            .add("schools", DataTypes.LongType)
            .add("above", DataTypes.LongType)
            .add("derivable", DataTypes.BooleanType)
            .add("set_one", DataTypes.LongType)
            .add("set_two", DataTypes.LongType)
            .add("told", DataTypes.BooleanType)
            .add("value", DataTypes.DoubleType)
            .add("value_low", DataTypes.DoubleType)
            .add("value_high", DataTypes.DoubleType)
            .add("numerator", DataTypes.DoubleType)
            .add("denominator", DataTypes.DoubleType)
            .add("n_learners", DataTypes.LongType)
            .add("n_schools", DataTypes.LongType)
            .add("n_providers", DataTypes.LongType)
            .add("ci_low", DataTypes.DoubleType)
            .add("ci_high", DataTypes.DoubleType)
            .add("unit", DataTypes.StringType)
            .add("method_version", DataTypes.StringType)
            .add("datasets", DataTypes.StringType)
            .add("withheld_for", DataTypes.StringType)
            .add("threshold", DataTypes.IntegerType)
            .add("zero_secret", DataTypes.BooleanType)
            .add("insiders", DataTypes.BooleanType)
            .add("least_denominator", DataTypes.IntegerType)
            .add("least_side", DataTypes.IntegerType)
            .add("least_schools", DataTypes.IntegerType)
            .add("largest_school_percent", DataTypes.IntegerType)
            .add("least_providers", DataTypes.IntegerType);

    /** So many columns had the first ledgers; those after them may be missing in a page of before. */
    private static final int FIRST_COLUMNS = 26;

    private static final int TOLD = 12;
    static final String SEPARATOR = "\n";

    private LedgerRows() {}

    /** The row of a release itself. */
    static Row head(long release, Instant at, String nonce) {
        @Nullable Object[] values = new Object[COLUMNS.size()];
        values[0] = release;
        values[1] = Timestamp.from(at);
        values[2] = nonce;
        return RowFactory.create(values);
    }

    static Row figure(
            long release,
            Instant at,
            String table,
            String place,
            boolean primary,
            String indicator,
            Ledger.Figure figure,
            Collection<String> datasets,
            Collection<WithheldFor> reasons) {
        Ledger.@Nullable Counts counts = figure.counts().orElse(null);
        @Nullable SetFingerprint set = figure.set().orElse(null);
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(Arrays.asList(release, Timestamp.from(at), null, table, place, indicator, primary));
        values.addAll(Arrays.asList(
                counts == null ? null : counts.learners(),
                counts == null ? null : counts.schools(),
                counts == null ? null : counts.numerator(),
                figure.reach() == Ledger.Reach.READERS,
                set == null ? null : set.one(),
                set == null ? null : set.two(),
                figure.printed().isPresent()));
        values.addAll(figure.printed().map(LedgerRows::told).orElseGet(() -> Arrays.asList(new Object[TOLD])));
        values.add(String.join(SEPARATOR, datasets));
        values.add(reasons.stream().map(Enum::name).collect(Collectors.joining(SEPARATOR)));
        values.add(figure.terms().threshold());
        values.add(figure.terms().isZeroSecret());
        values.add(figure.reach() == Ledger.Reach.INSIDERS);
        values.addAll(Arrays.asList(
                figure.limits().denominator(),
                figure.limits().side(),
                figure.limits().schools(),
                figure.limits().largestSchoolPercent(),
                figure.limits().providers()));
        return RowFactory.create(values.toArray());
    }

    private static List<@Nullable Object> told(ClearedRow row) {
        return Arrays.asList(
                row.value(),
                row.valueLow(),
                row.valueHigh(),
                row.numerator(),
                row.denominator(),
                row.learners(),
                row.schools(),
                row.providers(),
                row.ciLow(),
                row.ciHigh(),
                row.series().unit(),
                row.series().methodVersion());
    }

    /** Why a figure is not told; empty where it is, or the page was written before the ledger said why. */
    static List<WithheldFor> withheldFor(Row row) {
        String names = row.<@Nullable String>getAs("withheld_for");
        return names == null || names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(SEPARATOR, -1))
                        .map(WithheldFor::valueOf)
                        .toList();
    }

    /**
     * Whether a figure, with all of its table, rests on some of the datasets and no others. What is not known, as the
     * page was written before the ledger said it, is not believed.
     */
    static boolean isRestingOn(Collection<String> datasets, Row row) {
        String names = row.<@Nullable String>getAs("datasets");
        return names != null && datasets.containsAll(List.of(names.split(SEPARATOR, -1)));
    }

    /**
     * What a row says of a figure, in the words of the gate.
     *
     * @param at where it stood; nowhere where the table can have no cohort there
     * @param series the indicator as it is now
     * @param isOwn whether the row is of the same table: the terms of another one hold there only
     */
    static Ledger.Figure figure(Row row, List<Node> at, Series series, boolean isOwn) {
        Optional<ClearedRow> told = row.<Boolean>getAs("told") ? Optional.of(told(row, at, series)) : Optional.empty();
        return figure(row, told, isOwn ? terms(row) : Ledger.Terms.UNKNOWN, limits(row));
    }

    /** What a row says of a figure whose indicator is not asked for now: who was behind it, and who could know it. */
    static Ledger.Figure figure(Row row) {
        return figure(row, Optional.empty(), Ledger.Terms.UNKNOWN, Limits.NONE);
    }

    private static Ledger.Figure figure(Row row, Optional<ClearedRow> told, Ledger.Terms terms, Limits limits) {
        Long learners = row.<@Nullable Long>getAs("learners");
        Long one = row.<@Nullable Long>getAs("set_one");
        return new Ledger.Figure(
                learners == null
                        ? Optional.empty()
                        : Optional.of(new Ledger.Counts(learners, row.getAs("schools"), row.getAs("above"))),
                reach(row),
                told,
                one == null ? Optional.empty() : Optional.of(new SetFingerprint(one, row.getAs("set_two"))),
                OptionalLong.empty(),
                terms,
                limits);
    }

    /** Pages of before do not say what was asked beside k. */
    private static Limits limits(Row row) {
        return row.<@Nullable Integer>getAs("least_denominator") == null
                ? Limits.NONE
                : new Limits(
                        row.getAs("least_denominator"),
                        row.getAs("least_side"),
                        row.getAs("least_schools"),
                        row.getAs("largest_school_percent"),
                        row.getAs("least_providers"));
    }

    /** Pages of before do not say what insiders could compute. */
    private static Ledger.Reach reach(Row row) {
        if (row.<Boolean>getAs("derivable")) {
            return Ledger.Reach.READERS;
        }
        Boolean areInsiders = row.<@Nullable Boolean>getAs("insiders");
        return areInsiders != null && areInsiders ? Ledger.Reach.INSIDERS : Ledger.Reach.NOBODY;
    }

    private static Ledger.Terms terms(Row row) {
        Integer threshold = row.<@Nullable Integer>getAs("threshold");
        Boolean isZeroSecret = row.<@Nullable Boolean>getAs("zero_secret");
        return new Ledger.Terms(threshold == null ? 0 : threshold, isZeroSecret != null && isZeroSecret);
    }

    private static ClearedRow told(Row row, List<Node> at, Series series) {
        Series then = new Series(
                series.indicatorId(),
                series.group(),
                series.form(),
                series.contributor(),
                series.minimumContributors(),
                series.sensitive(),
                series.singleProviderRelease(),
                row.getAs("unit"),
                row.getAs("method_version"),
                series.gap());
        return new ClearedRow(
                at,
                then,
                ConfStatus.F,
                row.<@Nullable Double>getAs("value"),
                row.<@Nullable Double>getAs("value_low"),
                row.<@Nullable Double>getAs("value_high"),
                row.<@Nullable Double>getAs("numerator"),
                row.<@Nullable Double>getAs("denominator"),
                row.<@Nullable Long>getAs("n_learners"),
                row.<@Nullable Long>getAs("n_schools"),
                row.<@Nullable Long>getAs("n_providers"),
                row.<@Nullable Double>getAs("ci_low"),
                row.<@Nullable Double>getAs("ci_high"),
                null);
    }

    /**
     * A hash by which a release binds itself to its ledger without telling anything of it: the random text that goes in
     * is told to nobody, else whoever knows all counts but one could try which one fits.
     */
    static final class Commitment {
        private final int columns;
        private final List<String> hashes = new ArrayList<>();

        /** With so many of the columns, from the first: those that the ledger has, or had then. */
        Commitment(int columns) {
            this.columns = columns;
        }

        void add(Row row) {
            hashes.add(text(row, columns));
        }

        /** The hash; it does not depend on the order in which the rows came. */
        String hash() {
            Collections.sort(hashes);
            return Digest.of(hashes);
        }
    }

    /** Whether a release bound itself to these rows, with the columns that the ledger had then. */
    static boolean isBoundTo(String commitment, List<Row> rows) {
        return IntStream.rangeClosed(FIRST_COLUMNS, COLUMNS.size())
                .filter(columns -> rows.stream().allMatch(row -> isEmptyFrom(columns, row)))
                .anyMatch(columns -> commitment.equals(commitment(rows, columns)));
    }

    private static boolean isEmptyFrom(int column, Row row) {
        return IntStream.range(column, COLUMNS.size()).allMatch(row::isNullAt);
    }

    private static String commitment(List<Row> rows, int columns) {
        Commitment commitment = new Commitment(columns);
        rows.forEach(commitment::add);
        return commitment.hash();
    }

    private static String text(Row row, int columns) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Object value = row.get(i);
            values.add(value instanceof Timestamp at ? at.toInstant().toString() : String.valueOf(value));
        }
        return Digest.of(values);
    }
}
