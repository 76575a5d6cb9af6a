// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Secrets that are not known to everybody, and are equal. */
    private record Open(List<Secret> secrets, SparseColumn column) {}

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
        Map<Integer, Open> openByColumn = new HashMap<>();
        for (int s = 0; s < secrets.size(); s++) {
            Secret secret = secrets.get(s);
            int first = elimination.firstEqual(firstSecret + s);
            columnOf.put(secret, first);
            elimination
                    .open(first)
                    .ifPresent(column -> openByColumn
                            .computeIfAbsent(first, number -> open(column))
                            .secrets()
                            .add(secret));
        }
    }

    private Open open(SparseColumn column) {
        Open open = new Open(new ArrayList<>(), column);
        openByRow.computeIfAbsent(column.firstRow(), row -> new ArrayList<>()).add(open);
        return open;
    }

    /** What follows from some sums that everybody knows. */
    static Insights of(int unknowns, List<LinearSum> known, List<Secret> secrets, List<Party> parties) {
        List<LinearSum> columns = new ArrayList<>(known);
        secrets.forEach(secret -> columns.add(secret.sum()));
        List<List<Integer>> watched = oneAfterTheOther(columns.size(), parties);
        parties.forEach(party -> columns.addAll(party.sums()));
        Elimination elimination = new Elimination(unknowns, columns, known.size(), columns.size());
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
        Basis basis = new Basis();
        List<Integer> own = watched(party);
        List<SparseColumn> columns = own.stream()
                .map(column -> elimination.open(column).orElseGet(() -> new SparseColumn(0)))
                .toList();
        // short ones first: what is made of them stays short
        IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(i -> columns.get(i).nonzero()))
                .forEach(i -> basis.add(columns.get(i), i)
                        .ifPresent(factors -> found.add(new Insight(party, Optional.empty(), factors))));
        basis.rows()
                .flatMap(row -> openByRow.getOrDefault(row, List.of()).stream())
                .forEach(open -> {
                    List<Secret> others =
                            open.secrets().stream().filter(party::isShutOff).toList();
                    Optional<LinearSum> factors = others.isEmpty() ? Optional.empty() : basis.factorsOf(open.column());
                    factors.ifPresent(
                            sum -> others.forEach(secret -> found.add(new Insight(party, Optional.of(secret), sum))));
                });
        return found;
    }
}
