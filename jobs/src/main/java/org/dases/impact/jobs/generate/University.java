// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A university's enrolments and results: Latin-1, dates and decimals as the French write them. Students are as many as
 * a fifth of the pupils, and other persons than they.
 */
final class University {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String[] COURSES = {
        "ALGO-L1", "BIOC-L2", "DROIT-L1", "ECO-L1", "HIST-L2", "MATH-L1", "PHYS-L1", "PSYC-L1", "STAT-L3", "LATIN-L3"
    };
    /** How many take a course, and how hard it is to pass. */
    private static final double[] SIZE = {14, 8, 20, 16, 9, 12, 8, 18, 3, 0.7};

    private static final double[] PASS = {0.55, 0.66, 0.48, 0.58, 0.71, 0.5, 0.57, 0.62, 0.78, 0.8};

    private final long seed;

    University(long seed) {
        this.seed = seed;
    }

    static int students(int learners) {
        return Math.max(1, learners / 5);
    }

    /** Writes the enrolments of so many students; returns nothing but the file. */
    void write(Path file, int students, Tally tally) {
        try (CsvFile csv = new CsvFile(
                file,
                StandardCharsets.ISO_8859_1,
                false,
                true,
                tally,
                "compte",
                "code_ue",
                "date_inscription",
                "date_abandon",
                "resultat",
                "note",
                "credits",
                "genre",
                "tranche_age")) {
            for (int student = 0; student < students; student++) {
                enrol(student, csv);
            }
        }
    }

    private void enrol(int student, CsvFile csv) {
        Dice dice = Dice.of(seed, "student", student);
        String account = dice.uuid();
        boolean woman = dice.chance(0.56);
        int age = dice.among(62, 24, 9, 5);
        double talent = 0.12 * dice.bell() + (woman ? 0.03 : 0) - (age == 0 ? 0 : 0.05);
        boolean[] taken = new boolean[COURSES.length];
        int courses = 2 + dice.below(3);
        for (int i = 0; i < courses; i++) {
            int course = dice.among(SIZE);
            if (!taken[course]) {
                taken[course] = true;
                enrolment(account, course, PASS[course] + talent, woman, age, dice, csv);
            }
        }
    }

    private static void enrolment(
            String account, int course, double chance, boolean woman, int age, Dice dice, CsvFile csv) {
        LocalDate enrolled = LocalDate.of(2025, 9, 1).plusDays(dice.below(26));
        boolean leaves = dice.chance(0.17 - 0.2 * (chance - 0.6));
        boolean passes = dice.chance(Pupils.clamp(chance + 0.1, 0.05, 0.97));
        boolean honours = passes && dice.chance(0.18);
        double mark = passes ? (honours ? 14 : 10) + 4 * dice.unit() : 3 + 6.9 * dice.unit();
        String result = leaves ? "Abandon" : !passes ? "Ajourné" : honours ? "Admis avec mention" : "Admis";
        csv.row(
                account,
                COURSES[course],
                DAY.format(enrolled),
                leaves ? DAY.format(enrolled.plusDays(15 + dice.below(220))) : "",
                result,
                leaves ? "" : CsvFile.decimal(mark),
                6,
                woman ? "F" : "M",
                new String[] {"18-20", "21-24", "25-34", "35+"}[age]);
    }
}
