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
}
