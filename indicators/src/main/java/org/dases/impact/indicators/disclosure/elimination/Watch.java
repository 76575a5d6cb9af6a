// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Looks after those who know a watched sum: they can compute a secret exactly if it is a multiple of their sum, up to
 * what everybody knows. Such a pair stays one whatever is told besides, so that a candidate which makes one is refused
 * for good.
 *
 * <p>Multiples are found by the form of their images. Two columns that are no multiples of one another have the same
 * form once in 2⁶² pairs; then a candidate is refused without need. One that is not known looks as if it were once in
 * 2⁹³.
 */
final class Watch {
    private final Elimination elimination;
    private final View view;
    private final int firstSecret;
    private final int firstWatched;
    private final Set<Long> before;
    private final Map<Long, Set<Integer>> alike = new HashMap<>();
    private final Map<Integer, Set<Integer>> groups = new HashMap<>();
    /** The secrets and watched sums by the first of those that are equal, whose column is theirs. */
    private final Map<Integer, List<Integer>> equal = new HashMap<>();
    /** By column, from the first secret on; that of equal ones by the first of them. */
    private final Image[] images;
    /** The column that was asked about last, and what others would be like if it were taken. */
    private int asked = -1;

    private Map<Integer, Image> changed = Map.of();

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
        images = new Image[firstWatched - firstSecret + view.watched().size()];
        if (!view.watched().isEmpty()) {
            for (int i = 0; i < images.length; i++) {
                int column = firstSecret + i;
                if (elimination.firstEqual(column) == column) {
                    images[i] = elimination.open(column).map(Image::of).orElse(Image.NOTHING);
                }
                equal.computeIfAbsent(elimination.firstEqual(column), first -> new ArrayList<>())
                        .add(column);
            }
            equal.keySet().forEach(this::enlist);
        }
    }

    /** The pairs of a secret and a watched sum that tells it. */
    Set<Long> pairs() {
        Set<Long> pairs = new HashSet<>();
        alike.values().stream()
                .map(this::withEqual)
                .forEach(columns -> columns.stream()
                        .filter(this::isWatched)
                        .forEach(watched -> columns.stream()
                                .filter(column -> isPair(watched, column))
                                .forEach(secret -> pairs.add(pair(watched, secret)))));
        return pairs;
    }

    /** Whether there is a pair. */
    boolean isTold() {
        return alike.values().stream().map(this::withEqual).anyMatch(columns -> isTold(columns, columns));
    }

    /** Whether taking a column would make a pair. */
    boolean isToldBy(int c) {
        if (view.watched().isEmpty()) {
            return false;
        }
        Map<Long, List<Integer>> forms = new HashMap<>();
        changedBy(c)
                .forEach((column, image) -> image.form()
                        .ifPresent(form -> forms.computeIfAbsent(form, key -> new ArrayList<>())
                                .add(column)));
        // what a changed column was like before has the row that vanishes: none of the groups found here holds it
        return forms.entrySet().stream().anyMatch(each -> {
            List<Integer> all = new ArrayList<>(each.getValue());
            all.addAll(alike.getOrDefault(each.getKey(), Set.of()));
            return isTold(withEqual(each.getValue()), withEqual(all));
        });
    }

    /** Takes a column as known. */
    void take(int c) {
        if (!view.watched().isEmpty()) {
            changedBy(c).forEach((column, image) -> {
                Optional.ofNullable(groups.remove(column)).ifPresent(group -> group.remove(column));
                images[column - firstSecret] = image;
                enlist(column);
            });
        }
        asked = -1;
        elimination.take(c);
    }

    private Map<Integer, Image> changedBy(int c) {
        if (asked != c) {
            asked = c;
            changed = new LinkedHashMap<>();
            Image known = elimination.open(c).map(Image::of).orElse(Image.NOTHING);
            elimination
                    .changedBy(c)
                    .forEach((column, times) -> changed.put(column, images[column - firstSecret].plus(known, times)));
        }
        return changed;
    }

    /** Some columns with those that are equal to them. */
    private List<Integer> withEqual(Collection<Integer> some) {
        return some.stream()
                .flatMap(first -> Objects.requireNonNull(equal.get(first)).stream())
                .toList();
    }

    private void enlist(int column) {
        images[column - firstSecret].form().ifPresent(form -> {
            Set<Integer> group = alike.computeIfAbsent(form, key -> new LinkedHashSet<>());
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
