// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.time.Duration;
import java.util.function.Supplier;

/** The shortest time of several runs: as many as asked for, and more until three seconds have passed. */
final class Shortest {
    private static final long LEAST_NANOS = 3_000_000_000L;

    private Shortest() {}

    static Duration of(int runs, Runnable work) {
        return ofPrepared(runs, () -> work);
    }

    /** What has to be prepared for each run anew is not timed. */
    static Duration ofPrepared(int runs, Supplier<Runnable> prepared) {
        long shortest = Long.MAX_VALUE;
        long spent = 0;
        for (int run = 0; run < runs || spent < LEAST_NANOS; run++) {
            Runnable work = prepared.get();
            long start = System.nanoTime();
            work.run();
            long taken = System.nanoTime() - start;
            spent += taken;
            shortest = Math.min(shortest, taken);
        }
        return Duration.ofNanos(shortest);
    }
}
