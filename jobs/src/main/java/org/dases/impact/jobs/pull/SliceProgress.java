// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dases.impact.connectors.landing.LandingProgress;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.jobs.observe.Progress;

/** Passes commits of a landing on as progress in records. */
final class SliceProgress implements LandingProgress {
    private final Progress.Step step;
    private final int least;
    private final Screened screened;
    private final AtomicLong told = new AtomicLong();

    /**
     * Passes on to a step.
     *
     * @param step the step
     * @param least fewest records that are told of
     * @param screened told what the screening found
     */
    SliceProgress(Progress.Step step, int least, Screened screened) {
        this.step = step;
        this.least = least;
        this.screened = screened;
    }

    @Override
    public void committed(String dataset, String slice, long records, long rejected) {
        long all = records + rejected;
        if (all - told.get() >= least) {
            step.advance(all - told.getAndSet(all));
        }
    }

    @Override
    public void screened(String dataset, List<Finding> findings) {
        screened.found(findings);
    }
}
