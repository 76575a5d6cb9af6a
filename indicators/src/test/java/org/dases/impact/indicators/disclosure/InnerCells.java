// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * The cells of a table as sums of its inner cells, for attackers: what no table that agrees with a release can change
 * is known of it, exact, modulo a prime. Shares no code with the product.
 *
 * @param cells all of them
 * @param inner those that contain no other one
 * @param of for each cell, which of these are in it
 */
record InnerCells(List<List<Node>> cells, List<List<Node>> inner, List<BitSet> of) {

    static InnerCells of(Collection<List<Node>> places) {
        List<List<Node>> cells = List.copyOf(places);
        List<List<Node>> inner = cells.stream()
                .filter(at ->
                        cells.stream().noneMatch(other -> !other.equals(at) && TwoReleasesAttack.isBelow(other, at)))
                .toList();
        List<BitSet> of = cells.stream()
                .map(at -> {
                    BitSet below = new BitSet();
                    IntStream.range(0, inner.size())
                            .filter(i -> TwoReleasesAttack.isBelow(inner.get(i), at))
                            .forEach(below::set);
                    return below;
                })
                .toList();
        return new InnerCells(cells, inner, of);
    }

    /** Of each cell, by how much each of the basis of what some releases leave open changes it. */
    List<List<Long>> forms(Releases.Release... releases) {
        List<long[]> hidden = Stream.of(releases)
                .flatMap(release -> ModularMatrix.vanishing(known(release), inner.size()).stream())
                .toList();
        return of.stream()
                .map(own -> hidden.stream()
                        .map(vector -> own.stream().mapToLong(i -> vector[i]).sum() % ModularMatrix.PRIME)
                        .toList())
                .toList();
    }

    private List<long[]> known(Releases.Release release) {
        return IntStream.range(0, cells.size())
                .filter(c -> release.isFresh(cells.get(c)))
                .mapToObj(c -> {
                    long[] row = new long[inner.size()];
                    of.get(c).stream().forEach(i -> row[i] = 1);
                    return row;
                })
                .toList();
    }
}
