// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.BitSet;
import java.util.List;

/** What may be printed, and what somebody who knows several watched sums could compute from it. */
public final class Outcome {
    private final BitSet printed;
    private final BitSet implied;
    private final List<View> views;
    private final List<Elimination> end;
    private final int classes;

    Outcome(BitSet printed, BitSet implied, List<View> views, List<Elimination> end, int classes) {
        this.printed = printed;
        this.implied = implied;
        this.views = views;
        this.end = end;
        this.classes = classes;
    }

    /**
     * Whether a candidate may be printed.
     *
     * @param candidate its place in the order
     * @return false if it must be withheld
     */
    public boolean isPrinted(int candidate) {
        return printed.get(candidate);
    }

    /** Whether a candidate that may be printed tells nothing new in the first view, after the others. */
    boolean isImplied(int candidate) {
        return implied.get(candidate);
    }

    /** What parties come by in the first view, whose watched sums are theirs, party by party. */
    Insights insights(List<Secret> secrets, List<Party> parties) {
        View view = views.get(0);
        return new Insights(end.get(0), view.firstSecret(classes), secrets, view.firstWatched(classes), parties);
    }

    /**
     * What whoever knows several watched sums can compute from what is printed.
     *
     * @param view number of the view
     * @param watched numbers of the sums
     * @return numbers of secrets, its own among them; none of the derived ones
     */
    public BitSet told(int view, List<Integer> watched) {
        int firstSecret = views.get(view).firstSecret(classes);
        int firstWatched = views.get(view).firstWatched(classes);
        int secrets = views.get(view).secrets().size();
        return end.get(view)
                .following(
                        watched.stream().mapToInt(w -> firstWatched + w).toArray(), firstSecret, firstSecret + secrets)
                .get(firstSecret, firstSecret + secrets);
    }
}
