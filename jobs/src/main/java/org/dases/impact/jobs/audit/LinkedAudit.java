// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.jobs.audit.Leak.Kind;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.verify.Printed;

/**
 * The attacker who puts the tables of a release together: bounds the counts that one of them withholds by what others
 * print of the same persons, and computes those above the lines of rates that are printed as bands. What one table
 * withholds another one may tell where nobody is exposed by it, so that only counts below the threshold of the table
 * that withholds them are leaks. Tables that contradict one another are not about the same persons. What is too large
 * to be decided over several tables is decided table by table.
 */
final class LinkedAudit {
    private final Attested attested;
    private final List<String> tables;

    /**
     * An attacker.
     *
     * @param attested what the release says of its axes and thresholds
     * @param tables those of which leaks are told; what the others print is used
     */
    LinkedAudit(Attested attested, List<String> tables) {
        this.attested = attested;
        this.tables = tables;
    }

    /** What all rows of an indicator tell together; each table by itself is looked at elsewhere. */
    Stream<Leak> attack(List<Printed> rows) {
        Printed first = rows.get(0);
        return switch (attested.form(first.table(), first.indicator())) {
            case "RATE" -> found(rows, this::sides, "numerator", "denominator");
            case "COUNT" -> found(rows, this::bounds, "value");
            default -> Stream.of();
        };
    }

    /** Where one table contradicts others, two of them may tell something all the same. */
    private Stream<Leak> found(
            List<Printed> rows, Function<LinkedTables, Optional<List<Leak>>> attack, String... columns) {
        Map<String, List<Printed>> byTable =
                rows.stream().collect(Collectors.groupingBy(Printed::table, TreeMap::new, Collectors.toList()));
        List<PrintedCells> tables = byTable.values().stream()
                .flatMap(own -> PrintedCells.byKindOfPeriod(own).stream())
                .map(own -> new PrintedCells(own, isAdding(own.get(0))))
                .toList();
        List<Told> told = Stream.of(columns).map(Told::counts).toList();
        return LinkedTables.of(attested, told, tables).stream()
                .flatMap(all -> attack.apply(all)
                        .map(List::stream)
                        .orElseGet(() ->
                                all.twoByTwo().stream().flatMap(two -> attack.apply(two).orElse(List.of()).stream())));
    }

    /** Those above the line of a rate are taken to add up, as within a table. */
    private boolean isAdding(Printed row) {
        return attested.form(row.table(), row.indicator()).equals("RATE")
                || attested.adds(row.table(), row.indicator());
    }

    /** Those above the line may be in several cells: numbers that do not add up are no contradiction. */
    private Optional<List<Leak>> sides(LinkedTables linked) {
        BitSet computed = linked.attack(Told.counts("numerator")).computed(asked(linked, Told::isBanded));
        return Optional.of(leaks(linked, computed).toList());
    }

    /** Empty if the tables contradict one another. */
    private Optional<List<Leak>> bounds(LinkedTables linked) {
        Attack attack = linked.attack(Told.counts("value"));
        List<Leak> leaks = new ArrayList<>();
        List<Terms> held = asked(linked, row -> !row.isFree()).stream()
                .mapToObj(linked.rows()::get)
                .map(this::terms)
                .distinct()
                .toList();
        for (Terms terms : held) {
            BitSet asked = asked(linked, row -> !row.isFree() && terms(row).equals(terms));
            Optional<Attack.Report> report =
                    attack.against(new BitSet(), asked, Math.toIntExact(terms.k()), terms.isZeroSecret() ? 0 : 1);
            if (report.isEmpty()) {
                return Optional.empty();
            }
            leaks(linked, report.get().bounded()).forEach(leaks::add);
        }
        return Optional.of(leaks);
    }

    /** What a row is held to by its own table. */
    private record Terms(long k, boolean isZeroSecret) {}

    private Terms terms(Printed row) {
        return new Terms(attested.k(row.table(), row.indicator()), attested.isZeroSecret(row.table(), row.indicator()));
    }

    private BitSet asked(LinkedTables linked, Predicate<Printed> isHidden) {
        return Told.where(linked.rows(), row -> isHidden.test(row) && tables.contains(row.table()));
    }

    private static Stream<Leak> leaks(LinkedTables linked, BitSet found) {
        return found.stream().mapToObj(linked.rows()::get).map(row -> new Leak(Kind.LINKED, row.place()));
    }
}
