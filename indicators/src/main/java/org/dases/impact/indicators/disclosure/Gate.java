// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.TermsOfBefore;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.PrintedDifferences;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Decides what of a submission may be published: unsafe cells by the rules, further cells so that the former cannot be
 * computed, then an attack by other means. The same submission gets the same answer. Whatever goes wrong on the way,
 * nothing is published.
 */
public final class Gate {
    private static final long MEBIBYTE = 1L << 20;

    private final Auditor auditor;
    private final int whole;
    private final Workers workers;

    /** A gate on this machine, with the attack by recomputation behind it. */
    public Gate() {
        this(new Recomputation());
    }

    /**
     * A gate with the attack by recomputation behind it.
     *
     * @param workers who works on the parts of large tables
     * @return the gate
     */
    public static Gate on(Workers workers) {
        return new Gate(new Recomputation(), Partitions.MANY, workers);
    }

    Gate(Auditor auditor) {
        this(auditor, Partitions.MANY);
    }

    Gate(Auditor auditor, int whole) {
        this(auditor, whole, Workers.THREADS);
    }

    /** A gate that decides on a table in blocks where it has more candidates than that, or twice as many cells. */
    Gate(Auditor auditor, int whole, Workers workers) {
        this.auditor = auditor;
        this.whole = whole;
        this.workers = workers;
    }

    /**
     * Reviews a submission.
     *
     * @param submission tables to be published together, with the thresholds
     * @return a release that may be published as it is, or why there is none
     */
    public Clearance review(Submission submission) {
        try {
            return decide(submission);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError fault) {
            return new Clearance.Refused(List.of(reason(fault, submission)), Optional.of(fault));
        }
    }

    /** Workers elsewhere wrap their faults. */
    private static boolean isOutOfMemory(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static String reason(Throwable fault, Submission submission) {
        if (isOutOfMemory(fault)) {
            int cohorts = submission.tables().stream()
                    .mapToInt(table -> table.cohorts().size())
                    .sum();
            return "the " + cohorts + " cohorts of the tables need more memory than the "
                    + Runtime.getRuntime().maxMemory() / MEBIBYTE
                    + " MiB that Java has; nothing is published; give it more (-Xmx), or drop a dimension or its finest"
                    + " level";
        }
        return "the gate failed (" + fault.getClass().getSimpleName()
                + "); nothing is published; see the restricted log and report the fault";
    }

    private Clearance decide(Submission submission) {
        List<String> faults = new ArrayList<>(repeated(submission.tables()));
        submission.tables().forEach(table -> faults.addAll(new Inspection(table).ofForm()));
        if (!faults.isEmpty()) {
            return new Clearance.Refused(faults, Optional.empty());
        }
        PrimaryRules rules = new PrimaryRules(submission.rules());
        Guard guard = new Guard(submission.earlier(), rules);
        TermsOfBefore before = new TermsOfBefore(guard, rules);
        List<CellTable> known =
                submission.tables().stream().map(before::complete).toList();
        boolean areZerosSecret = submission.rules().zeros() == Zeros.WITHHOLD;
        if (areZerosSecret) {
            faults.addAll(Completion.faults(known));
        }
        if (!faults.isEmpty()) {
            return new Clearance.Refused(faults, Optional.empty());
        }
        List<CellTable> tables = areZerosSecret ? Completion.of(known) : known;
        List<Lattice> lattices = tables.stream().map(Lattice::new).toList();
        for (int t = 0; t < lattices.size(); t++) {
            faults.addAll(new Inspection(tables.get(t)).ofNesting(lattices.get(t)));
        }
        if (!faults.isEmpty()) {
            return new Clearance.Refused(faults, Optional.empty());
        }
        return protect(submission, tables, lattices, rules, guard);
    }

    private Clearance protect(
            Submission submission, List<CellTable> tables, List<Lattice> lattices, PrimaryRules rules, Guard guard) {
        Set<String> groups = new TreeSet<>();
        tables.forEach(table -> table.series().forEach(series -> groups.add(series.group())));
        List<Pattern> patterns = groups.stream()
                .map(group -> new Population(group, tables, lattices, rules, guard))
                .map(population -> new Pattern(population, rules, submission.rules(), whole, workers))
                .toList();
        List<PatternRows> all = Nesting.protect(patterns, tables, rules, submission.rules());
        Map<String, PatternRows> byGroup = new LinkedHashMap<>();
        List<String> leaks = new ArrayList<>();
        for (PatternRows rows : all) {
            String group = rows.pattern().population().group();
            byGroup.put(group, rows);
            auditor.attack(rows.pattern(), rows.all()).forEach(leak -> leaks.add("group " + group + ": " + leak));
        }
        if (!leaks.isEmpty()) {
            return new Clearance.Refused(leaks, Optional.empty());
        }
        List<ClearedTable> cleared = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            cleared.add(new Printing(tables.get(t), lattices.get(t), rules, byGroup).print());
        }
        leaks.addAll(PrintedDifferences.find(cleared, submission.rules()));
        if (!leaks.isEmpty()) {
            return new Clearance.Refused(leaks, Optional.empty());
        }
        PatternPlaces places = new PatternPlaces(all);
        List<ClearedTable> shown = new ShownAgain(guard, places, rules).in(cleared);
        return new Clearance.Granted(
                new ClearedRelease(shown, Certificate.of(submission, shown)),
                new LedgerEntries(tables, rules, all, cleared).write(),
                new Explanations(places),
                new Witnesses(patterns),
                submission.tables().stream()
                        .flatMap(table -> new TermsOfBefore(guard, rules).kept(table).stream())
                        .toList());
    }

    private static List<String> repeated(List<CellTable> tables) {
        Set<String> ids = new HashSet<>();
        return tables.stream()
                .filter(table -> !ids.add(table.id()))
                .map(table -> "table " + table.id() + " is submitted twice; join its cohorts into one table")
                .toList();
    }
}
