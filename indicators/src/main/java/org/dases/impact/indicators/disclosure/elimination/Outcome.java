// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What may be printed, and what single outsiders could still work out. */
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

    /**
     * What a single outsider who knows one watched sum can work out from what is printed.
     *
     * @param view number of the view
     * @return each secret that is a multiple of a watched sum, up to what is printed; derived secrets follow on the
     *     others
     */
    public List<Shared> shared(int view) {
        int firstSecret = views.get(view).firstSecret(classes);
        int firstWatched = views.get(view).firstWatched(classes);
        List<Shared> all = new ArrayList<>();
        for (int w = 0; w < views.get(view).watched().size(); w++) {
            for (int secret : end.get(view).secretsBehind(firstWatched + w)) {
                long factor = end.get(view).quotient(secret, firstWatched + w);
                all.add(new Shared(w, secret - firstSecret, factor));
            }
        }
        return all;
    }
}
