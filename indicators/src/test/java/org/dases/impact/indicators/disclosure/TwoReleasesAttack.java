// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Whoever holds two releases: every fresh figure of either is one equation over the inner cells of both. Exact
 * elimination over the integers modulo a prime. Shares no code with the product.
 */
final class TwoReleasesAttack {
    private static final long PRIME = ModularMatrix.PRIME;
    private static final int MOST_DIMENSIONS = 22;

    private final Releases.Release first;
    private final Releases.Release second;
    private final long k;
    private final List<List<Node>> cells;
    private final List<int[]> innerOf = new ArrayList<>();
    private final List<List<Node>> innerCells;
    private final int inner;
    private final Map<Integer, long[]> byPivot = new HashMap<>();

    TwoReleasesAttack(Releases.Release first, Releases.Release second, long k) {
        this.first = first;
        this.second = second;
        this.k = k;
        cells = List.copyOf(second.rows().keySet());
        innerCells = cells.stream()
                .filter(at -> cells.stream().noneMatch(other -> !other.equals(at) && isBelow(other, at)))
                .toList();
        inner = innerCells.size();
        for (List<Node> at : cells) {
            List<Integer> below = new ArrayList<>();
            for (int i = 0; i < inner; i++) {
                if (isBelow(innerCells.get(i), at)) {
                    below.add(i);
                }
            }
            innerOf.add(below.stream().mapToInt(i -> i).toArray());
        }
        for (int c = 0; c < cells.size(); c++) {
            if (first.isFresh(cells.get(c))) {
                learn(sum(c, 1, 0));
            }
            if (second.isFresh(cells.get(c))) {
                learn(sum(c, 0, 1));
            }
        }
    }

    /** Tells the attacker a cell of both releases, printed or not. */
    TwoReleasesAttack knowing(List<Node> at) {
        learn(sum(cells.indexOf(at), 1, 0));
        learn(sum(cells.indexOf(at), 0, 1));
        return this;
    }

    /** Cells that are seen to have moved by less than k, but for those that are this inner cell alone. */
    List<List<Node>> smallDifferences(List<Node> own) {
        List<List<Node>> small = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            List<Node> at = cells.get(c);
            long moved = Math.abs(first.count(at) - second.count(at));
            boolean isOwn = innerOf.get(c).length == 1 && isBelow(own, at);
            if (moved > 0 && moved < k && !isOwn && follows(c, -1, 1)) {
                small.add(at);
            }
        }
        return small;
    }

    static boolean isBelow(List<Node> at, List<Node> total) {
        for (int axis = 0; axis < at.size(); axis++) {
            List<String> path = at.get(axis).path();
            List<String> prefix = total.get(axis).path();
            if (path.size() < prefix.size() || !path.subList(0, prefix.size()).equals(prefix)) {
                return false;
            }
        }
        return true;
    }

    private long[] sum(int cell, long inFirst, long inSecond) {
        long[] row = new long[2 * inner];
        for (int i : innerOf.get(cell)) {
            row[i] = Math.floorMod(inFirst, PRIME);
            row[inner + i] = Math.floorMod(inSecond, PRIME);
        }
        return row;
    }

    private void learn(long[] row) {
        int pivot = reduce(row);
        if (pivot >= 0) {
            long inverse = ModularMatrix.inverse(row[pivot]);
            for (int i = pivot; i < row.length; i++) {
                row[i] = row[i] * inverse % PRIME;
            }
            byPivot.put(pivot, row);
        }
    }

    /** Takes what is known out of a row; its first place that is left, or −1 if the row follows. */
    private int reduce(long[] row) {
        for (int place = 0; place < row.length; place++) {
            if (row[place] != 0) {
                long[] known = byPivot.get(place);
                if (known == null) {
                    return place;
                }
                long factor = PRIME - row[place];
                for (int i = place; i < row.length; i++) {
                    if (known[i] != 0) {
                        row[i] = (row[i] + factor * known[i]) % PRIME;
                    }
                }
            }
        }
        return -1;
    }

    private boolean follows(int cell, long inFirst, long inSecond) {
        return reduce(sum(cell, inFirst, inSecond)) < 0;
    }

    /** Everything that leaks. */
    List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            List<Node> at = cells.get(c);
            long moved = Math.abs(first.count(at) - second.count(at));
            boolean isSmall = moved > 0 && moved < k;
            if (!first.isFresh(at) && follows(c, 1, 0)) {
                leaks.add("hidden in the first, computed: " + at);
            }
            if (!second.isFresh(at) && follows(c, 0, 1)) {
                leaks.add("hidden in the second, computed: " + at);
            }
            if (isSmall && follows(c, -1, 1)) {
                leaks.add("small difference computed: " + at);
            }
            if (!first.isFresh(at) && second.isFresh(at) && moved == 0) {
                leaks.add("hidden in the first, printed unchanged in the second: " + at);
            }
            if (isSmall && first.isFresh(at) && second.isFresh(at)) {
                leaks.add("small difference printed: " + at);
            }
        }
        return leaks;
    }

    /**
     * Groups of siblings of which it is seen by how much they moved, although fewer than k came or went in them; all
     * groups of two and more are tried.
     */
    List<List<List<Node>>> smallGroups() {
        Map<List<Object>, List<List<Node>>> siblings = new HashMap<>();
        for (List<Node> at : cells) {
            for (int axis = 0; axis < at.size(); axis++) {
                if (!at.get(axis).isTotal()) {
                    List<Object> parent = new ArrayList<>(at);
                    parent.set(axis, List.of(at.get(axis).parent()));
                    siblings.computeIfAbsent(parent, key -> new ArrayList<>()).add(at);
                }
            }
        }
        List<List<List<Node>>> small = new ArrayList<>();
        for (List<List<Node>> all : siblings.values()) {
            for (int chosen = 1; chosen < 1 << all.size(); chosen++) {
                List<List<Node>> group = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        group.add(all.get(i));
                    }
                }
                if (group.size() > 1 && isOfFew(group) && reduce(difference(group)) < 0) {
                    small.add(group);
                }
            }
        }
        return small;
    }

    /**
     * Sets of inner cells of which it is seen by how much they moved, although fewer than k came or went in them, and
     * somebody was there and is; all sets are tried.
     */
    List<List<List<Node>>> smallSums() {
        List<List<List<Node>>> small = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << inner; chosen++) {
            List<List<Node>> group = new ArrayList<>();
            for (int i = 0; i < inner; i++) {
                if ((chosen >> i & 1) == 1) {
                    group.add(innerCells.get(i));
                }
            }
            if (isOfSomebody(group) && isOfFew(group) && reduce(difference(group)) < 0) {
                small.add(group);
            }
        }
        return small;
    }

    /**
     * The same where there are too many sets to try them all: only those that follow in both releases are, which are
     * the combinations of a basis of what does that have each inner cell once or not at all.
     */
    List<List<List<Node>>> smallSumsOfMany() {
        List<long[]> hidden = ModularMatrix.vanishing(known(first), inner);
        hidden.addAll(ModularMatrix.vanishing(known(second), inner));
        List<long[]> both = ModularMatrix.reduced(ModularMatrix.vanishing(hidden, inner), inner);
        if (both.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("too much is known: " + both.size() + " dimensions");
        }
        List<List<List<Node>>> small = new ArrayList<>();
        long[] sum = new long[inner];
        for (int step = 1; step < 1 << both.size(); step++) {
            // Gray's code: one of the basis comes or goes
            int changed = Integer.numberOfTrailingZeros(step);
            boolean isAdded = ((step ^ step >> 1) >> changed & 1) == 1;
            for (int i = 0; i < inner; i++) {
                long by = both.get(changed)[i];
                sum[i] = (sum[i] + (isAdded ? by : PRIME - by)) % PRIME;
            }
            if (Arrays.stream(sum).allMatch(times -> times <= 1)) {
                List<List<Node>> group = IntStream.range(0, inner)
                        .filter(i -> sum[i] == 1)
                        .mapToObj(innerCells::get)
                        .toList();
                if (isOfSomebody(group) && isOfFew(group)) {
                    small.add(group);
                }
            }
        }
        return small;
    }

    private List<long[]> known(Releases.Release release) {
        List<long[]> known = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            if (release.isFresh(cells.get(c))) {
                long[] row = new long[inner];
                Arrays.stream(innerOf.get(c)).forEach(i -> row[i] = 1);
                known.add(row);
            }
        }
        return known;
    }

    private boolean isOfSomebody(List<List<Node>> group) {
        return group.stream().anyMatch(at -> first.count(at) > 0)
                && group.stream().anyMatch(at -> second.count(at) > 0);
    }

    private boolean isOfFew(List<List<Node>> group) {
        long moved = 0;
        long changed = 0;
        for (List<Node> at : group) {
            for (int i : innerOf.get(cells.indexOf(at))) {
                long own = second.count(innerCells.get(i)) - first.count(innerCells.get(i));
                moved += own;
                changed += Math.abs(own);
            }
        }
        return moved != 0 && changed < k;
    }

    private long[] difference(List<List<Node>> group) {
        long[] row = new long[2 * inner];
        for (List<Node> at : group) {
            long[] own = sum(cells.indexOf(at), -1, 1);
            for (int i = 0; i < row.length; i++) {
                row[i] += own[i];
            }
        }
        return row;
    }
}
