// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks after the secrets of a view, and after those who know a watched sum. A sum gives a secret away if the secret is
 * a multiple of it, up to what everybody knows. Whoever knows a watched sum can compute a secret exactly if it is a
 * multiple of that sum; such a pair stays one whatever is told besides, so that a candidate which makes one is refused
 * for good.
 *
 * <p>Multiples are found by the form of their images. Two sums that are no multiples of one another have the same form
 * once in 2⁶² pairs; then a candidate is refused without need. One that is not known looks as if it were once in 2⁹³.
 */
final class Watch {
    private static final int NONE = -1;

    private final Elimination elimination;
    private final WatchedSums sums;
    private final Set<Long> before;
    /** By number of a sum. */
    private final Image[] images;

    private final long[] forms;
    /** One of the sums of a form, which has the others beside it. */
    private final Map<Long, Integer> firstAlike = new HashMap<>();

    private final int[] next;
    private final int[] previous;
    private Optional<Change> asked = Optional.empty();

    /**
     * What a sum would do if it were taken: how often it would be added to which unknowns, and what sums would show.
     */
    private record Change(SparseColumn open, SparseColumn unknowns, Map<Integer, Image> images) {}

    /**
     * A watch over an elimination as it stands.
     *
     * @param before pairs that cannot be helped, since what is known beforehand makes them
     */
    Watch(Elimination elimination, WatchedSums sums, Set<Long> before) {
        this.elimination = elimination;
        this.sums = sums;
        this.before = before;
        images = sums.images(elimination);
        forms = new long[images.length];
        next = new int[images.length];
        previous = new int[images.length];
        for (int number = 0; number < images.length; number++) {
            enlist(number);
        }
    }

    /** The pairs of a secret and a watched sum that tells it. */
    Set<Long> pairs() {
        Set<Long> pairs = new HashSet<>();
        for (int first : firstAlike.values()) {
            List<Integer> members = members(alike(first).toList());
            members.stream()
                    .filter(sums::isWatched)
                    .forEach(watched -> members.stream()
                            .filter(member -> isPair(watched, member))
                            .forEach(secret -> pairs.add(pair(watched, secret))));
        }
        return pairs;
    }

    /** Whether there is a pair. */
    boolean isTold() {
        return firstAlike.values().stream().map(first -> alike(first).toList()).anyMatch(group -> isTold(group, group));
    }

    /** Whether taking a sum that is not known yet would give a secret away, or make a pair. */
    boolean isToldBy(SparseColumn open) {
        if (alike(Image.of(open)).anyMatch(sums::isSecret)) {
            return true;
        }
        if (!sums.hasWatched()) {
            return false;
        }
        Map<Long, List<Integer>> changed = new HashMap<>();
        change(open)
                .images()
                .forEach((number, image) -> image.form()
                        .ifPresent(form -> changed.computeIfAbsent(form, key -> new ArrayList<>())
                                .add(number)));
        // what a changed sum was like before has the unknown that is bound: none of the groups found here holds it
        return changed.entrySet().stream().anyMatch(each -> {
            List<Integer> all = new ArrayList<>(each.getValue());
            alike(firstAlike.getOrDefault(each.getKey(), NONE)).forEach(all::add);
            return isTold(each.getValue(), all);
        });
    }

    /** Takes a sum as known that is not known yet. */
    void take(SparseColumn open) {
        Change change = change(open);
        change.images().forEach((number, image) -> {
            strike(number);
            images[number] = image;
            enlist(number);
        });
        asked = Optional.empty();
        elimination.take(open, change.unknowns());
    }

    private Change change(SparseColumn open) {
        Optional<Change> same = asked.filter(change -> change.open() == open);
        if (same.isPresent()) {
            return same.get();
        }
        SparseColumn unknowns = elimination.changedBy(open);
        SparseColumn times = sums.changedBy(unknowns);
        Image known = Image.of(open);
        Map<Integer, Image> changed = new LinkedHashMap<>();
        for (int number : times.nonzeroRows()) {
            changed.put(number, images[number].plus(known, times.get(number)));
        }
        Change change = new Change(open, unknowns, changed);
        asked = Optional.of(change);
        return change;
    }

    private void enlist(int number) {
        OptionalLong form = images[number].form();
        if (form.isEmpty()) {
            return;
        }
        forms[number] = form.getAsLong();
        previous[number] = NONE;
        next[number] = firstAlike.getOrDefault(forms[number], NONE);
        if (next[number] != NONE) {
            previous[next[number]] = number;
        }
        firstAlike.put(forms[number], number);
    }

    /** Only those that are not known yet change. */
    private void strike(int number) {
        if (next[number] != NONE) {
            previous[next[number]] = previous[number];
        }
        if (previous[number] != NONE) {
            next[previous[number]] = next[number];
        } else if (next[number] != NONE) {
            firstAlike.put(forms[number], next[number]);
        } else {
            firstAlike.remove(forms[number]);
        }
    }

    private Stream<Integer> alike(Image image) {
        return image.form().stream().boxed().flatMap(form -> alike(firstAlike.getOrDefault(form, NONE)));
    }

    private Stream<Integer> alike(int first) {
        return Stream.iterate(first, number -> number != NONE, number -> next[number]);
    }

    private List<Integer> members(List<Integer> numbers) {
        return numbers.stream().flatMap(number -> sums.members(number).stream()).toList();
    }

    /** Whether some sums make a pair with one of all. */
    private boolean isTold(List<Integer> some, List<Integer> all) {
        // nearly all groups end here
        if (all.stream().noneMatch(sums::isWatchedSum) || all.stream().noneMatch(sums::isSecret)) {
            return false;
        }
        List<Integer> others = members(all);
        return members(some).stream()
                .anyMatch(one -> others.stream()
                        .anyMatch(other -> sums.isWatched(one)
                                ? isPair(one, other)
                                : sums.isWatched(other) && isPair(other, one)));
    }

    private boolean isPair(int watched, int member) {
        return !sums.isOwn(watched, member) && !before.contains(pair(watched, member));
    }

    private static long pair(int watched, int secret) {
        return (long) watched << Integer.SIZE | secret;
    }
}
