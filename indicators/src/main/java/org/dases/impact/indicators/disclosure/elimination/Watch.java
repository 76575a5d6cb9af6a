// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks after those who know a watched sum: they can compute a secret exactly if it is a multiple of their sum, up to
 * what everybody knows. Such a pair stays one whatever is told besides, so that a candidate which makes one is refused
 * for good.
 *
 * <p>Multiples are found by a hash of the columns in a common form. Two that are no multiples of one another have the
 * same hash once in 2⁶⁴ pairs; then a candidate is refused without need.
 */
final class Watch {
    private final Elimination elimination;
    private final View view;
    private final int firstSecret;
    private final int firstWatched;
    private final Set<Long> before;
    private final Map<Long, Set<Integer>> alike = new HashMap<>();
    private final Map<Integer, Set<Integer>> groups = new HashMap<>();

    /**
     * A watch over an elimination as it stands.
     *
     * @param before pairs that cannot be helped, since what is known beforehand makes them
     */
    Watch(Elimination elimination, View view, int classes, Set<Long> before) {
        this.elimination = elimination;
        this.view = view;
        this.before = before;
        firstSecret = view.firstSecret(classes);
        firstWatched = view.firstWatched(classes);
        if (!view.watched().isEmpty()) {
            for (int s = 0; s < view.secrets().size(); s++) {
                enlist(firstSecret + s, elimination.open(firstSecret + s));
            }
            for (int w = 0; w < view.watched().size(); w++) {
                enlist(firstWatched + w, elimination.open(firstWatched + w));
            }
        }
    }

    /** The pairs of a secret and a watched sum that tells it. */
    Set<Long> pairs() {
        Set<Long> pairs = new HashSet<>();
        alike.values()
                .forEach(columns -> columns.stream()
                        .filter(this::isWatched)
                        .forEach(watched -> columns.stream()
                                .filter(column -> isPair(watched, column))
                                .forEach(secret -> pairs.add(pair(watched, secret)))));
        return pairs;
    }

    /** Whether there is a pair. */
    boolean isTold() {
        return alike.values().stream().anyMatch(columns -> isTold(columns, columns));
    }

    /** Whether taking a column would make a pair. */
    boolean isToldBy(int c) {
        if (view.watched().isEmpty()) {
            return false;
        }
        Map<Integer, SparseColumn> changed = elimination.changedBy(c, firstSecret);
        Map<Long, List<Integer>> forms = new HashMap<>();
        changed.forEach((column, after) -> {
            if (after.nonzero() > 0) {
                forms.computeIfAbsent(after.form(), form -> new ArrayList<>()).add(column);
            }
        });
        // what a changed column was like before has the row that vanishes: none of the groups found here holds it
        return forms.entrySet().stream().anyMatch(each -> {
            List<Integer> all = new ArrayList<>(each.getValue());
            all.addAll(alike.getOrDefault(each.getKey(), Set.of()));
            return isTold(each.getValue(), all);
        });
    }

    /** Takes a column as known. */
    void take(int c) {
        if (!view.watched().isEmpty()) {
            elimination.changedBy(c, firstSecret).forEach((column, after) -> {
                Optional.ofNullable(groups.remove(column)).ifPresent(group -> group.remove(column));
                enlist(column, Optional.of(after));
            });
        }
        elimination.take(c);
    }

    private void enlist(int column, Optional<SparseColumn> as) {
        as.filter(values -> values.nonzero() > 0).ifPresent(values -> {
            Set<Integer> group = alike.computeIfAbsent(values.form(), form -> new LinkedHashSet<>());
            group.add(column);
            groups.put(column, group);
        });
    }

    /** Whether some of the columns make a pair with one of all. */
    private boolean isTold(Collection<Integer> some, Collection<Integer> all) {
        return some.stream()
                .anyMatch(one -> all.stream()
                        .anyMatch(
                                other -> isWatched(one) ? isPair(one, other) : isWatched(other) && isPair(other, one)));
    }

    private boolean isPair(int watched, int secret) {
        return !isWatched(secret)
                && !view.watched().get(watched - firstWatched).own().test(secret - firstSecret)
                && !before.contains(pair(watched, secret));
    }

    private boolean isWatched(int column) {
        return column >= firstWatched;
    }

    private static long pair(int watched, int secret) {
        return (long) watched << Integer.SIZE | secret;
    }
}
