// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dases.impact.jobs.observe.Progress;

/**
 * One plain file of xAPI statements, one a line, to measure with: those of a company of the demonstration, with its
 * mistakes and with what it delivers twice. No line is cut: what a reader makes of the lines around it is a matter of
 * its own. Nobody in it exists.
 */
public final class StatementsFile {
    private static final int FEWEST = 1_000;
    private static final int MOST = 10_000_000;
    private static final int STATEMENTS_PER_LEARNER = 40;
    private static final int LEARNERS_PER_SCHOOL = 80;
    private static final int FEWEST_LEARNERS = 400;

    private StatementsFile() {}

    /**
     * Writes a file.
     *
     * @param seed the same seed and number give the same file
     * @param statements about how many statements are written; from 1 000 to 10 000 000
     * @param file is replaced where it is there
     * @param progress is told how far it is
     * @throws IllegalArgumentException when so many are not written
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public static void write(long seed, long statements, Path file, Progress progress) {
        if (statements < FEWEST || statements > MOST) {
            throw new IllegalArgumentException(
                    "statements must be from " + FEWEST + " to " + MOST + ", was " + statements);
        }
        int learners = (int) Math.max(FEWEST_LEARNERS, statements / STATEMENTS_PER_LEARNER);
        List<School> schools = new Schools(seed).draw(learners / LEARNERS_PER_SCHOOL, learners);
        List<Pupil> pupils = new Pupils(seed, schools).draw();
        Traces traces = new Traces(seed, Dialect.EDTECH_A, "edtech-a", schools, pupils);
        Tally tally = new Tally();
        try (Progress.Step step = progress.step("generate statements", statements)) {
            traces.writeOne(file, traces.demand(), (double) statements, tally, step);
            step.done(String.format(Locale.ROOT, "%,d records", tally.records()).replace(',', ' '));
        }
    }
}
