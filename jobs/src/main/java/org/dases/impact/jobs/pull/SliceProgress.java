// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import java.util.concurrent.atomic.AtomicLong;
import org.dases.impact.connectors.landing.LandingProgress;
import org.dases.impact.jobs.observe.Progress;

/** Passes commits of a landing on as progress in records. */
final class SliceProgress implements LandingProgress {
    private final Progress.Step step;
    private final int least;
    private final AtomicLong told = new AtomicLong();

    /**
     * Passes on to a step.
     *
     * @param step the step
     * @param least fewest records that are told of
     */
    SliceProgress(Progress.Step step, int least) {
        this.step = step;
        this.least = least;
    }

    @Override
    public void committed(String dataset, String slice, long records, long rejected) {
        long all = records + rejected;
        if (all - told.get() >= least) {
            step.advance(all - told.getAndSet(all));
        }
    }
}
