// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What parties can compute once some sums are known to everybody. All is read off an elimination: columns that depend
 * on one another there do so but for what is known.
 */
final class Insights {
    private final Elimination elimination;
    private final List<Party> parties;
    private final List<List<Integer>> watched;
    private final Map<Integer, Integer> placeOf = new HashMap<>();
    private final Map<Secret, Integer> columnOf = new HashMap<>();
    private final Map<Integer, List<Open>> openByRow = new HashMap<>();
    private final Map<Integer, List<Insight>> byParty = new HashMap<>();

    /** A secret that is not known to everybody. */
    private record Open(Secret secret, SparseColumn column) {}

    /**
     * Reads an elimination.
     *
     * @param firstSecret the column of the first secret; the others follow
     * @param watched the columns of the sums of each party
     */
    Insights(
            Elimination elimination,
            int firstSecret,
            List<Secret> secrets,
            List<List<Integer>> watched,
            List<Party> parties) {
        this.elimination = elimination;
        this.watched = watched;
        this.parties = parties;
        for (int p = 0; p < parties.size(); p++) {
            placeOf.put(parties.get(p).number(), p);
        }
        for (int s = 0; s < secrets.size(); s++) {
            Secret secret = secrets.get(s);
            columnOf.put(secret, firstSecret + s);
            elimination
                    .open(firstSecret + s)
                    .ifPresent(column -> openByRow
                            .computeIfAbsent(column.firstRow(), row -> new ArrayList<>())
                            .add(new Open(secret, column)));
        }
    }

    /** What follows from some sums that everybody knows. */
    static Insights of(int unknowns, List<LinearSum> known, List<Secret> secrets, List<Party> parties) {
        List<LinearSum> columns = new ArrayList<>(known);
        secrets.forEach(secret -> columns.add(secret.sum()));
        List<List<Integer>> watched = oneAfterTheOther(columns.size(), parties);
        parties.forEach(party -> columns.addAll(party.sums()));
        Elimination elimination = new Elimination(unknowns, columns, columns.size(), columns.size());
        Suppression.takeAll(elimination, 0, known.size());
        return new Insights(elimination, known.size(), secrets, watched, parties);
    }

    /** Those of some sums, each for one party, that the party knows already, or everybody does. */
    static Set<Secret> known(int unknowns, List<LinearSum> shown, Set<Secret> sums, List<Party> parties) {
        if (sums.isEmpty()) {
            return Set.of();
        }
        Insights insights = of(unknowns, shown, List.copyOf(sums), parties);
        Set<Secret> known = sums.stream().filter(insights::isKnown).collect(Collectors.toSet());
        insights.all().forEach(insight -> insight.secret().ifPresent(known::add));
        return known;
    }

    /** The columns of the sums of each party, from a number on. */
    static List<List<Integer>> oneAfterTheOther(int first, List<Party> parties) {
        List<List<Integer>> columns = new ArrayList<>();
        int next = first;
        for (Party party : parties) {
            columns.add(
                    IntStream.range(next, next + party.sums().size()).boxed().toList());
            next += party.sums().size();
        }
        return columns;
    }

    /**
     * For each party, of the sums of what it knows that everybody knows, so many that they make up all others; and for
     * each secret that it comes by, one with it.
     */
    List<Insight> all() {
        return parties.stream().flatMap(party -> of(party).stream()).toList();
    }

    /** Whether a secret is known to everybody. */
    boolean isKnown(Secret secret) {
        return elimination.open(column(secret)).isEmpty();
    }

    /** Whether the sum of an insight that another elimination gave is known to everybody here, too. */
    boolean isKnown(Insight insight) {
        SparseColumn rest = new SparseColumn(2);
        insight.secret().flatMap(secret -> elimination.open(column(secret))).ifPresent(column -> rest.add(column, 1));
        List<Integer> own = watched(insight.party());
        LinearSum factors = insight.factors();
        for (int i = 0; i < factors.size(); i++) {
            int factor = factors.coefficient(i);
            elimination.open(own.get(factors.unknown(i))).ifPresent(column -> rest.add(column, factor));
        }
        return rest.nonzero() == 0;
    }

    /**
     * Whether the secret of an insight that another elimination gave follows here, too, from whatever the party knows.
     */
    boolean isComeBy(Insight insight) {
        return isKnown(insight)
                || of(insight.party()).stream().anyMatch(each -> each.secret().equals(insight.secret()));
    }

    private int column(Secret secret) {
        return Objects.requireNonNull(columnOf.get(secret));
    }

    private List<Integer> watched(Party party) {
        return watched.get(Objects.requireNonNull(placeOf.get(party.number())));
    }

    /** The same for one party. */
    List<Insight> of(Party party) {
        return byParty.computeIfAbsent(party.number(), number -> find(party));
    }

    private List<Insight> find(Party party) {
        List<Insight> found = new ArrayList<>();
        List<Integer> own = watched(party);
        Map<Integer, Tagged> basis = new HashMap<>();
        BitSet rows = new BitSet();
        for (int i = 0; i < own.size(); i++) {
            Optional<SparseColumn> column = elimination.open(own.get(i));
            if (column.isEmpty()) {
                found.add(new Insight(party, Optional.empty(), LinearSum.of(i)));
                continue;
            }
            Tagged next = new Tagged(column.get());
            next.factors.add(i, 1);
            Arrays.stream(next.column.nonzeroRows()).forEach(rows::set);
            next.reduce(basis);
            if (next.isNothing()) {
                found.add(new Insight(party, Optional.empty(), next.factors()));
            } else {
                next.settle();
                basis.put(next.pivot, next);
            }
        }
        rows.stream()
                .boxed()
                .flatMap(row -> openByRow.getOrDefault(row, List.of()).stream())
                .filter(open -> party.isShutOff(open.secret()) && open.column().isWithin(rows))
                .forEach(open -> {
                    Tagged next = new Tagged(open.column());
                    next.reduce(basis);
                    if (next.isNothing()) {
                        found.add(new Insight(party, Optional.of(open.secret()), next.factors()));
                    }
                });
        return found;
    }

    /** A column, and how often each sum of the party is in what was made of it. */
    private static final class Tagged {
        private final SparseColumn column;
        private final SparseColumn factors = new SparseColumn(2);
        private int pivot;
        private int share;

        Tagged(SparseColumn column) {
            this.column = column.copy();
        }

        boolean isNothing() {
            return column.nonzero() == 0;
        }

        LinearSum factors() {
            Map<Integer, Integer> nonzero = new HashMap<>();
            Arrays.stream(factors.nonzeroRows()).forEach(i -> nonzero.put(i, factors.get(i)));
            return LinearSum.of(nonzero);
        }

        /** Remembers its first row, of which others are freed with it; it does not change any more. */
        void settle() {
            pivot = column.firstRow();
            share = PrimeField.negative(PrimeField.inverse(column.get(pivot)));
        }

        /** Frees it of the first row of each of some columns, by that row. None of them has a row before its first. */
        void reduce(Map<Integer, Tagged> basis) {
            NavigableSet<Integer> rows = new TreeSet<>();
            addRows(rows, column, basis);
            while (!rows.isEmpty()) {
                int row = rows.first();
                Tagged each = Objects.requireNonNull(basis.get(row));
                int factor = PrimeField.times(column.get(row), each.share);
                if (factor != 0) {
                    column.add(each.column, factor);
                    factors.add(each.factors, factor);
                    addRows(rows, each.column, basis);
                }
                rows.remove(row);
            }
        }

        private static void addRows(Set<Integer> rows, SparseColumn column, Map<Integer, Tagged> basis) {
            Arrays.stream(column.nonzeroRows()).filter(basis::containsKey).forEach(rows::add);
        }
    }
}
