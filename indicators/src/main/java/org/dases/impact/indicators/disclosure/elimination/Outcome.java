// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What may be published, and what single outsiders could still work out. */
public final class Outcome {
    private final BitSet published;
    private final Elimination end;
    private final int firstSecret;
    private final int firstWatched;
    private final int watched;

    Outcome(BitSet published, Elimination end, int firstSecret, int firstWatched, int watched) {
        this.published = published;
        this.end = end;
        this.firstSecret = firstSecret;
        this.firstWatched = firstWatched;
        this.watched = watched;
    }

    /**
     * Whether a candidate may be published.
     *
     * @param candidate its place in the order
     * @return false if it must be withheld
     */
    public boolean isPublished(int candidate) {
        return published.get(candidate);
    }

    /**
     * What a single outsider who knows one watched sum can work out from what is published.
     *
     * @return each secret that is a multiple of a watched sum, up to what is published
     */
    public List<Shared> shared() {
        List<Shared> all = new ArrayList<>();
        for (int w = 0; w < watched; w++) {
            for (int secret : end.secretsBehind(firstWatched + w)) {
                long factor = end.quotient(secret, firstWatched + w);
                all.add(new Shared(w, secret - firstSecret, factor));
            }
        }
        return all;
    }
}
