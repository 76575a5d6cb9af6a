// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;

/**
 * What to generate.
 *
 * @param seed the same seed and sizes give the same bytes
 * @param schools number of schools, 1 to 20 000; up to 400 lie in six régions académiques, more all over France
 * @param learners number of pupils on the lists, at least one per school; a fifth as many students come on top
 * @param records about how many records are written in all; at least two per learner
 * @param out folder to write into: a workspace with its data below {@code data}
 */
public record GenerateRequest(long seed, int schools, int learners, long records, Path out) {
    /** Size of the demonstration. */
    static final int DEMO_SCHOOLS = 60;

    static final int DEMO_LEARNERS = 5_000;
    static final long DEMO_RECORDS = 200_000;

    public GenerateRequest {
        if (schools < 1 || schools > 20_000) {
            throw new IllegalArgumentException("schools must be from 1 to 20000, was " + schools);
        }
        if (learners < schools) {
            throw new IllegalArgumentException(
                    "learners must be at least as many as the schools (" + schools + "), was " + learners);
        }
        if (records < 2L * learners) {
            throw new IllegalArgumentException(
                    "records must be at least two per learner (" + 2L * learners + "), was " + records);
        }
    }

    /**
     * The data space of {@code impact demo}: 60 schools, 5 000 learners, about 200 000 records.
     *
     * @param seed seed of the random numbers
     * @param out folder to write into
     * @return the request
     */
    public static GenerateRequest demo(long seed, Path out) {
        return new GenerateRequest(seed, DEMO_SCHOOLS, DEMO_LEARNERS, DEMO_RECORDS, out);
    }
}
