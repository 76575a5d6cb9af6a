// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of a provider's statements, some of them broken. */
final class TraceFile implements AutoCloseable {
    private static final List<String> NO_TIMES =
            List.of("2025-13-45T25:61:00Z", "hier", "", "03/11/2025 10:15", "2026-02-30T10:00:00+01:00");
    private static final long LATE_SECONDS = 86_400;

    private final TextLines lines;
    private final Dialect dialect;
    private final Dice dice;
    private final Tally tally;
    private final boolean isCutHereAndThere;
    private final List<String> again = new ArrayList<>();
    private final StringBuilder line = new StringBuilder(1_024);

    /**
     * Opens the file.
     *
     * @param dice for what is broken, and how
     * @param tally counts the lines of the provider over its files
     * @param isCutHereAndThere whether some lines end in the middle
     */
    TraceFile(Path file, Dialect dialect, Dice dice, Tally tally, boolean isCutHereAndThere) {
        this.lines = new TextLines(file);
        this.dialect = dialect;
        this.dice = dice;
        this.tally = tally;
        this.isCutHereAndThere = isCutHereAndThere;
    }

    void add(Statement statement) {
        long number = tally.records();
        if (isCutHereAndThere && Defect.CUT_LINE.strikes(number)) {
            tally.defect(Defect.CUT_LINE);
            text(statement, dialect.time(statement));
            line.setLength(40 + dice.below(line.length() - 80));
        } else if (Defect.BAD_TIMESTAMP.strikes(number)) {
            tally.defect(Defect.BAD_TIMESTAMP);
            text(statement, NO_TIMES.get(dice.below(NO_TIMES.size())));
        } else if (Defect.FUTURE_TIMESTAMP.strikes(number)) {
            tally.defect(Defect.FUTURE_TIMESTAMP);
            text(statement, "2099-12-31T10:00:00Z");
        } else if (Defect.UNKNOWN_VERB.strikes(number)) {
            tally.defect(Defect.UNKNOWN_VERB);
            Statement unknown = statement.withVerb(Statement.Verb.HOVERED);
            text(unknown, dialect.time(unknown));
        } else {
            text(statement, dialect.time(statement));
        }
        write();
        repeatOrVoid(statement, number);
    }

    private void repeatOrVoid(Statement statement, long number) {
        if (Defect.DUPLICATE.strikes(number)) {
            tally.defect(Defect.DUPLICATE);
            again.add(line.toString());
        } else if (Defect.VOIDED.strikes(number)) {
            tally.defect(Defect.VOIDED);
            Statement voiding = statement.voiding(dice.uuid());
            text(voiding, dialect.time(voiding));
            write();
        }
    }

    private void text(Statement statement, String time) {
        line.setLength(0);
        long late = dice.chance(0.02) ? LATE_SECONDS * (1 + dice.below(20)) : dice.below(5);
        dialect.append(statement, time, statement.at() + late, line);
    }

    private void write() {
        lines.add(line);
        tally.record();
    }

    /** Ends the file with the statements that are delivered twice. */
    @Override
    public void close() {
        for (String duplicate : again) {
            lines.add(duplicate);
            tally.record();
        }
        lines.close();
    }
}
