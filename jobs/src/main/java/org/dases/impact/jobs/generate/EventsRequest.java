// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;

/**
 * A school year of learning traces of a whole country, as canonical tables. Numbers of schools and learners follow from
 * that of the events, up to those of France.
 *
 * @param seed the same seed and number give the same files
 * @param events how many events are written, exactly; from 1 000 to 100 000 000
 * @param out folder to write into
 */
public record EventsRequest(long seed, long events, Path out) {
    private static final int FEWEST = 1_000;
    private static final int MOST = 100_000_000;
    /** About the pupils of the French secondary schools. */
    private static final int MOST_LEARNERS = 5_600_000;
    /** About the number of French collèges and lycées. */
    private static final int MOST_SCHOOLS = 11_000;

    private static final int EVENTS_PER_LEARNER = 8;
    private static final int LEARNERS_PER_SCHOOL = 100;

    public EventsRequest {
        if (events < FEWEST || events > MOST) {
            throw new IllegalArgumentException("events must be from " + FEWEST + " to " + MOST + ", was " + events);
        }
    }

    /**
     * How many learners there are.
     *
     * @return an eighth of the events, at most 5 600 000
     */
    public int learners() {
        return (int) Math.min(MOST_LEARNERS, events / EVENTS_PER_LEARNER);
    }

    /**
     * How many schools there are.
     *
     * @return a hundredth of the learners, at most 11 000
     */
    public int schools() {
        return Math.max(1, Math.min(MOST_SCHOOLS, learners() / LEARNERS_PER_SCHOOL));
    }
}
