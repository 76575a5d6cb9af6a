// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Files that must not be used: one full of e-mail addresses, two that lie there although their contract has ended, one
 * for another purpose, and one that may be studied but not published.
 */
final class Leftovers {
    private static final int ROWS = 300;

    private final long seed;

    Leftovers(long seed) {
        this.seed = seed;
    }

    /** A satisfaction survey with a column {@code courriel}. */
    void writeFeedback(Path file, Tally tally) {
        try (CsvFile csv = new CsvFile(
                file, StandardCharsets.UTF_8, false, false, tally, "date", "application", "courriel", "note")) {
            for (int i = 0; i < ROWS; i++) {
                Dice dice = Dice.of(seed, "feedback", i);
                csv.row(
                        LocalDate.of(2026, 1, 5).plusDays(dice.below(120)),
                        dice.chance(0.7) ? "langues-vives" : "atelier-code",
                        "usager" + (1_000 + dice.below(9_000)) + "@ecole.example",
                        1 + dice.among(4, 7, 20, 42, 27));
            }
        }
    }

    /** Tutoring hours that company B's revoked contract was about. */
    void writeTutoring(Path file, Tally tally) {
        writeHours(file, "tutorat", tally);
    }

    /** Homework that company A gives away for another purpose than ours. */
    void writeHomework(Path file, Tally tally) {
        writeHours(file, "devoirs", tally);
    }

    /** Career guidance, of which nothing may be published. */
    void writeGuidance(Path file, Tally tally) {
        writeHours(file, "orientation", tally);
    }

    private void writeHours(Path file, String solution, Tally tally) {
        try (CsvFile csv = new CsvFile(
                file, StandardCharsets.UTF_8, false, false, tally, "compte", "date", "application", "minutes")) {
            for (int i = 0; i < ROWS; i++) {
                Dice dice = Dice.of(seed, solution, i);
                csv.row(
                        Pupil.account(seed, dice.below(50)),
                        LocalDate.of(2025, 10, 6).plusDays(dice.below(200)),
                        solution,
                        10 + dice.below(50));
            }
        }
    }

    /** Placement tests of the year before, whose contract has expired. */
    void writePlacement(Path file, Tally tally) {
        try (CsvFile csv = new CsvFile(
                file, StandardCharsets.ISO_8859_1, false, false, tally, "compte", "date", "epreuve", "note")) {
            for (int i = 0; i < ROWS; i++) {
                Dice dice = Dice.of(seed, "placement", i);
                csv.row(
                        dice.uuid(),
                        LocalDate.of(2024, 9, 9).plusDays(dice.below(5)),
                        dice.chance(0.5) ? "français" : "mathématiques",
                        CsvFile.decimal(20 * dice.unit()));
            }
        }
    }
}
