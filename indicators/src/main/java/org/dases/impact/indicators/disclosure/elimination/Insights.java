// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What parties can compute once some sums are known to everybody. All is read off an elimination: sums that depend on
 * one another there do so but for what is known.
 */
final class Insights {
    private final Elimination elimination;
    private final List<Party> parties;
    /**
     * Of each open unknown how rare it is: sums that have many hardly ever have the same first one, if rare ones come
     * first.
     */
    private final int[] rank;

    private final Map<Integer, List<Open>> openByRow = new HashMap<>();
    private final Map<Integer, List<Insight>> byParty = new HashMap<>();
    private final Map<Integer, Set<Optional<Secret>>> comeBy = new HashMap<>();

    /** Secrets that are not known to everybody, and are equal. */
    private record Open(LinearSum sum, List<Secret> secrets) {}

    /** Reads an elimination. */
    Insights(Elimination elimination, List<Secret> secrets, List<Party> parties) {
        this.elimination = elimination;
        this.parties = parties;
        rank = elimination.ranks();
        if (parties.isEmpty()) {
            return;
        }
        Map<LinearSum, List<Secret>> equal = new LinkedHashMap<>();
        secrets.forEach(secret ->
                equal.computeIfAbsent(secret.sum(), sum -> new ArrayList<>()).add(secret));
        equal.forEach((sum, all) -> {
            SparseColumn open = open(sum);
            if (open.nonzero() > 0) {
                openByRow
                        .computeIfAbsent(open.firstRow(), row -> new ArrayList<>())
                        .add(new Open(sum, all));
            }
        });
    }

    /** What follows from some sums that everybody knows. */
    static Insights of(int unknowns, List<LinearSum> known, List<Secret> secrets, List<Party> parties) {
        Elimination elimination = new Elimination(unknowns);
        Suppression.takeAll(elimination, known);
        return new Insights(elimination, secrets, parties);
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

    /**
     * For each party, of the sums of what it knows that everybody knows, so many that they make up all others; and for
     * each secret that it comes by, one with it.
     */
    List<Insight> all() {
        return parties.stream().flatMap(party -> of(party).stream()).toList();
    }

    /** Whether a secret is known to everybody. */
    boolean isKnown(Secret secret) {
        return isKnown(secret.sum());
    }

    /** Whether the sum of an insight that another elimination gave is known to everybody here, too. */
    boolean isKnown(Insight insight) {
        return isKnown(insight.sum());
    }

    private boolean isKnown(LinearSum sum) {
        return elimination.open(sum).nonzero() == 0;
    }

    /**
     * Whether the secret of an insight that another elimination gave follows here, too, from whatever the party knows.
     */
    boolean isComeBy(Insight insight) {
        return isKnown(insight)
                || comeBy.computeIfAbsent(insight.party().number(), number -> secrets(insight.party()))
                        .contains(insight.secret());
    }

    private Set<Optional<Secret>> secrets(Party party) {
        return of(party).stream().map(Insight::secret).collect(Collectors.toSet());
    }

    /** The same for one party. */
    List<Insight> of(Party party) {
        return byParty.computeIfAbsent(party.number(), number -> find(party));
    }

    private SparseColumn open(LinearSum sum) {
        return elimination.open(sum).renumbered(rank);
    }

    private List<Insight> find(Party party) {
        List<Insight> found = new ArrayList<>();
        Basis basis = new Basis();
        List<SparseColumn> columns = party.sums().stream().map(this::open).toList();
        // short ones first: what is made of them stays short
        IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(i -> columns.get(i).nonzero()))
                .forEach(i -> basis.add(columns.get(i), i)
                        .ifPresent(factors -> found.add(new Insight(party, Optional.empty(), factors))));
        Numbers numbers = new Numbers(basis);
        basis.firstRows()
                .flatMap(row -> openByRow.getOrDefault(row, List.of()).stream())
                .filter(open -> numbers.of(open.sum()) == 0)
                .forEach(open -> {
                    List<Secret> others =
                            open.secrets().stream().filter(party::isShutOff).toList();
                    Optional<LinearSum> factors =
                            others.isEmpty() ? Optional.empty() : basis.factorsOf(open(open.sum()));
                    factors.ifPresent(
                            sum -> others.forEach(secret -> found.add(new Insight(party, Optional.of(secret), sum))));
                });
        return found;
    }

    /**
     * Numbers of sums, by those of the rows of a basis. Most sums that do not follow are told by theirs, which is not
     * 0.
     */
    private final class Numbers {
        private final Basis basis;
        private final Map<Integer, Integer> ofUnknown = new HashMap<>();

        Numbers(Basis basis) {
            this.basis = basis;
        }

        int of(LinearSum sum) {
            int number = 0;
            for (int i = 0; i < sum.size(); i++) {
                int each = ofUnknown.computeIfAbsent(
                        sum.unknown(i), unknown -> elimination.value(unknown, row -> basis.number(rank[row])));
                number = PrimeField.add(number, PrimeField.times(sum.coefficient(i), each));
            }
            return number;
        }
    }
}
