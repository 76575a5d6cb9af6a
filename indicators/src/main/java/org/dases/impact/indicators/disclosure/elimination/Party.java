// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What somebody who knows sums that are not printed knows of one part of a table.
 *
 * @param number whose knowledge it is
 * @param sums what is known
 * @param margins of what it knows of the sums that everybody is taken to know there, what lies within the part
 * @param own numbers of the secrets, as the whole view counts them, that are its own
 * @param isStrict whether not even what is printed may tell anything of it: what is known here is known together with
 *     something of another part that it does not know
 */
record Party(int number, List<LinearSum> sums, List<LinearSum> margins, Set<Integer> own, boolean isStrict)
        implements Serializable {
    Party {
        sums = List.copyOf(sums);
        margins = List.copyOf(margins);
        own = Set.copyOf(own);
    }

    /** What somebody knows of the whole. */
    static Party of(int number, Knower knower) {
        return new Party(number, knower.sums(), List.of(), knower.own(), false);
    }

    /** What the same one knows of another part. */
    Party knowing(List<LinearSum> other, List<LinearSum> otherMargins, boolean isMoreStrict) {
        return new Party(number, other, otherMargins, own, isStrict || isMoreStrict);
    }

    /**
     * The same without sums that follow from others that it knows: of who knows many most follow. What it comes by is
     * found all the same, but not a candidate at a time by a sum that is left out.
     */
    Party inShort() {
        Basis basis = new Basis();
        BitSet following = new BitSet();
        IntStream.range(0, sums.size())
                .boxed()
                .sorted(Comparator.comparing(i -> sums.get(i).size()))
                .filter(i -> basis.add(SparseColumn.of(sums.get(i)), i).isPresent())
                .forEach(following::set);
        List<LinearSum> independent = IntStream.range(0, sums.size())
                .filter(i -> !following.get(i))
                .mapToObj(sums::get)
                .toList();
        return new Party(number, independent, margins, own, isStrict);
    }

    /** Whether a secret must not be learnt from what this one knows and what is printed. */
    boolean isShutOff(Secret secret) {
        return secret.isFirst() ? !own.contains(secret.number()) : secret.party() == number;
    }
}
