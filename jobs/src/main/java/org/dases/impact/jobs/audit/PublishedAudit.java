// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.jobs.audit.Leak.Kind;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.verify.Printed;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.jspecify.annotations.Nullable;

/**
 * The attacker on a release: adds and subtracts counts, sums and those above the line of rates within each table,
 * bounds the counts that are withheld, and compares numbers of learners of wholes and parts and of indicators. Rows
 * that show an earlier figure tell nothing of this release; what they hide is looked for like the rest.
 */
public final class PublishedAudit {
    private final PublishedLake lake;
    private final Release release;
    private final Attested attested;
    private final Set<Leak> leaks = new LinkedHashSet<>();
    private final Set<ComparedIndicators.Sides> sides = new HashSet<>();
    private long cells;
    private long withheld;
    private long frozen;

    /**
     * What came of it.
     *
     * @param leaks what is told; empty if nothing
     * @param cells rows looked at
     * @param withheld rows without a figure of any release
     * @param frozen rows that show an earlier figure
     */
    public record Report(List<Leak> leaks, long cells, long withheld, long frozen) {
        public Report {
            leaks = List.copyOf(leaks);
        }

        /**
         * Whether something is told that must not be.
         *
         * @return true if any leak was found
         */
        public boolean isLeaking() {
            return leaks.stream().anyMatch(leak -> leak.kind() != Kind.UNDECIDED);
        }
    }

    /**
     * An attack.
     *
     * @param lake the published zone
     * @param release what is attacked
     * @param attested what the release says of its axes and thresholds
     */
    public PublishedAudit(PublishedLake lake, Release release, Attested attested) {
        this.lake = lake;
        this.release = release;
        this.attested = attested;
    }

    /**
     * Reads and attacks.
     *
     * @param tables names of the tables
     * @return what was found
     */
    public Report attack(List<String> tables) {
        for (String table : release.tableIds()) {
            rows(table).stream()
                    .filter(row -> isRate(table, row.indicator()))
                    .flatMap(ComparedIndicators.Sides::of)
                    .forEach(sides::add);
        }
        for (String table : tables) {
            List<Printed> rows = rows(table);
            cells += rows.size();
            withheld += rows.stream().filter(row -> !row.isFree()).count();
            frozen += rows.stream().filter(Printed::isFrozen).count();
            attack(table, rows);
        }
        return new Report(List.copyOf(leaks), cells, withheld, frozen);
    }

    private List<Printed> rows(String table) {
        List<Attested.Axis> axes = attested.axes(table);
        return lake.table(table, release.id()).rows().stream()
                .map(row -> Printed.of(table, axes, row))
                .toList();
    }

    private boolean isRate(String table, String indicator) {
        return attested.isMeasured(table, indicator)
                && attested.form(table, indicator).equals("RATE");
    }

    private void attack(String table, List<Printed> rows) {
        Map<String, List<Printed>> byIndicator = new TreeMap<>();
        rows.stream()
                .filter(row -> attested.isMeasured(table, row.indicator()))
                .forEach(row -> byIndicator
                        .computeIfAbsent(row.indicator(), key -> new ArrayList<>())
                        .add(row));
        byIndicator.forEach((indicator, all) -> {
            for (List<Printed> some : byKindOfPeriod(all)) {
                PrintedCells printed = new PrintedCells(some);
                long k = attested.k(table, indicator);
                tell(Kind.SMALL, some.stream().filter(row -> isFew(row, k)));
                compare(printed, k);
                add(printed, table, indicator, k);
            }
        });
        new ComparedIndicators(byIndicator, indicator -> attested.k(table, indicator), sides)
                .close()
                .forEach(row -> tell(Kind.REST, Stream.of(row)));
    }

    /** Weeks and months divide the same year in two ways: each by itself. */
    private static List<List<Printed>> byKindOfPeriod(List<Printed> rows) {
        Predicate<Printed> isWhole = row -> List.of("all", "year").contains(kind(row));
        TreeSet<String> kinds = new TreeSet<>();
        rows.stream().filter(isWhole.negate()).forEach(row -> kinds.add(kind(row)));
        return kinds.isEmpty()
                ? List.of(rows)
                : kinds.stream()
                        .map(kind -> rows.stream()
                                .filter(row -> isWhole.test(row) || kind(row).equals(kind))
                                .toList())
                        .toList();
    }

    private static String kind(Printed row) {
        return row.row().text("period_kind");
    }

    private static boolean isFew(Printed row, long k) {
        long learners = row.learners().orElse(0);
        return learners > 0 && learners < k;
    }

    /** Persons of wholes and of their parts. */
    private void compare(PrintedCells printed, long k) {
        printed.parts().forEach((cell, divisions) -> {
            Printed whole = printed.rows().get(cell);
            for (List<Printed> parts : divisions.values()) {
                tell(
                        Kind.REST,
                        parts.stream().filter(part -> isBetween(learners(whole) - learners(part), k, whole, part)));
                long sum = parts.stream().mapToLong(PublishedAudit::learners).sum();
                if (isBetween(
                        sum - learners(whole),
                        k,
                        Stream.concat(Stream.of(whole), parts.stream()).toArray(Printed[]::new))) {
                    tell(Kind.SHARED, Stream.of(whole));
                }
            }
        });
    }

    private static long learners(Printed row) {
        return row.learners().orElse(0);
    }

    private static boolean isBetween(long difference, long k, Printed... told) {
        return difference > 0
                && difference < k
                && Stream.of(told)
                        .allMatch(row -> row.isFresh() && row.learners().isPresent());
    }

    /** Adds and subtracts what adds up. */
    private void add(PrintedCells printed, String table, String indicator, long k) {
        String form = attested.form(table, indicator);
        if (form.equals("RATE")) {
            Function<Printed, @Nullable Double> above = row -> number(row, "numerator");
            BitSet banded = where(printed, row -> row.isFresh() && number(row, "value_low") != null);
            compute(printed, above, banded, Kind.SIDE);
            return;
        }
        if (!attested.adds(table, indicator)) {
            return;
        }
        Function<Printed, @Nullable Double> value = row -> number(row, "value");
        BitSet hidden = where(printed, row -> !row.isFresh());
        compute(printed, value, hidden, Kind.COMPUTED);
        if (form.equals("COUNT")) {
            bound(printed, value, k, attested.isZeroSecret(table, indicator) ? 0 : 1);
        }
    }

    private static @Nullable Double number(Printed row, String column) {
        return row.row().number(column).isPresent() ? row.row().number(column).getAsDouble() : null;
    }

    private static BitSet where(PrintedCells printed, Predicate<Printed> filter) {
        BitSet set = new BitSet();
        for (int cell = 0; cell < printed.rows().size(); cell++) {
            set.set(cell, filter.test(printed.rows().get(cell)));
        }
        return set;
    }

    private void compute(PrintedCells printed, Function<Printed, @Nullable Double> number, BitSet hidden, Kind kind) {
        long[] known = known(printed, number, figure -> figure == 0 ? 0L : 1L);
        BitSet found = new Attack(printed.atoms(), printed.atomsOf(), known).computed(hidden);
        tell(kind, found.stream().mapToObj(printed.rows()::get));
    }

    private void bound(PrintedCells printed, Function<Printed, @Nullable Double> number, long k, int least) {
        BitSet hidden = where(printed, row -> !row.isFree());
        long[] known = known(printed, number, Math::round);
        new Attack(printed.atoms(), printed.atomsOf(), known)
                .against(new BitSet(), hidden, Math.toIntExact(k), least)
                .ifPresentOrElse(
                        report -> {
                            tell(Kind.BOUNDED, report.bounded().stream().mapToObj(printed.rows()::get));
                            tell(Kind.UNDECIDED, report.undecided().stream().mapToObj(printed.rows()::get));
                        },
                        () -> tell(Kind.CONTRADICTING, hidden.stream().mapToObj(printed.rows()::get)));
    }

    /** What fresh rows tell; −1 for the others. */
    private static long[] known(
            PrintedCells printed, Function<Printed, @Nullable Double> number, Function<Double, Long> whole) {
        return printed.rows().stream()
                .mapToLong(row -> {
                    Double figure = row.isFresh() ? number.apply(row) : null;
                    return figure == null ? -1 : whole.apply(figure);
                })
                .toArray();
    }

    private void tell(Kind kind, Stream<Printed> rows) {
        rows.forEach(row -> leaks.add(new Leak(kind, row.place())));
    }
}
