// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.jobs.audit.Leak.Kind;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.verify.Printed;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;

/**
 * The attacker on a release: adds and subtracts counts, sums and those above the line of rates within each table,
 * bounds the counts that are withheld, and compares numbers of learners of wholes and parts and of indicators. Then it
 * puts the tables together, see {@link LinkedAudit}. Rows that show an earlier figure tell nothing of this release;
 * what they hide is looked for like the rest.
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
        Map<String, List<Printed>> rows = new TreeMap<>();
        release.tableIds().forEach(table -> rows.put(table, rows(table)));
        rows.values().stream()
                .flatMap(List::stream)
                .filter(row -> isRate(row.table(), row.indicator()))
                .flatMap(ComparedIndicators.Sides::of)
                .forEach(sides::add);
        for (String table : tables) {
            List<Printed> own = Objects.requireNonNull(rows.get(table));
            cells += own.size();
            withheld += own.stream().filter(row -> !row.isFree()).count();
            frozen += own.stream().filter(Printed::isFrozen).count();
            attack(table, own);
        }
        LinkedAudit linked = new LinkedAudit(attested, tables);
        Set<String> told = leaks.stream()
                .filter(leak -> leak.kind() != Kind.UNDECIDED)
                .map(Leak::place)
                .collect(Collectors.toSet());
        byIndicator(rows.values().stream().flatMap(List::stream)).values().stream()
                .flatMap(linked::attack)
                .filter(leak -> !told.contains(leak.place()))
                .forEach(leaks::add);
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

    private Map<String, List<Printed>> byIndicator(Stream<Printed> rows) {
        return rows.filter(row -> attested.isMeasured(row.table(), row.indicator()))
                .collect(Collectors.groupingBy(Printed::indicator, TreeMap::new, Collectors.toList()));
    }

    private void attack(String table, List<Printed> rows) {
        Map<String, List<Printed>> byIndicator = byIndicator(rows.stream());
        byIndicator.forEach((indicator, all) -> {
            for (List<Printed> some : PrintedCells.byKindOfPeriod(all)) {
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
            tell(Kind.SIDE, computed(printed, Told.sums("numerator"), Told::isBanded));
            return;
        }
        if (!attested.adds(table, indicator)) {
            return;
        }
        tell(Kind.COMPUTED, computed(printed, Told.sums("value"), row -> !row.isFresh()));
        if (form.equals("COUNT")) {
            bound(printed, k, attested.isZeroSecret(table, indicator));
        }
    }

    private static Stream<Printed> computed(PrintedCells printed, Told told, Predicate<Printed> isHidden) {
        List<Printed> rows = printed.rows();
        Attack attack = new Attack(printed.atoms(), printed.atomsOf(), told.of(rows));
        return attack.computed(Told.where(rows, isHidden)).stream().mapToObj(rows::get);
    }

    private void bound(PrintedCells printed, long k, boolean isZeroSecret) {
        List<Printed> rows = printed.rows();
        BitSet hidden = Told.where(rows, row -> !row.isFree());
        new Attack(printed.atoms(), printed.atomsOf(), Told.counts("value").of(rows))
                .against(new BitSet(), hidden, Math.toIntExact(k), isZeroSecret ? 0 : 1)
                .ifPresentOrElse(
                        report -> {
                            tell(Kind.BOUNDED, report.bounded().stream().mapToObj(rows::get));
                            tell(Kind.UNDECIDED, report.undecided().stream().mapToObj(rows::get));
                        },
                        () -> tell(Kind.CONTRADICTING, hidden.stream().mapToObj(rows::get)));
    }

    private void tell(Kind kind, Stream<Printed> rows) {
        rows.forEach(row -> leaks.add(new Leak(kind, row.place())));
    }
}
