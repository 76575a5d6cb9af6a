// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dases.impact.indicators.TestSpark;

/** Random events of a few learners and schools, as records and as canonical tables. */
final class DrawnEvents {
    static final List<String> REGIONS = List.of("BRETAGNE", "BRETAGNE", "CORSE", "CORSE");
    static final List<String> ACADEMIES = List.of("RENNES", "NANTES", "CORSE", "AJACCIO");

    /** An event with everything that the cube has to find out about it. */
    record Event(
            String learner, int school, String sex, String solution, String resource, LocalDate day, double minutes) {}

    private DrawnEvents() {}

    /** Learners who change school, and values in whole quarters so that sums of doubles are exact. */
    static List<Event> draw(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            int learner = random.nextInt(30);
            LocalDate day = LocalDate.of(2025, 7, 1).plusDays(random.nextInt(150));
            int school = learner % 5 == 0 && day.getMonthValue() >= 10 ? 7 - learner % 8 : learner % 8;
            events.add(new Event(
                    "L" + learner,
                    school,
                    learner % 3 == 0 ? "F" : learner % 3 == 1 ? "M" : "_U",
                    "S" + random.nextInt(3),
                    "R" + random.nextInt(6),
                    day,
                    random.nextInt(240) / 4.0));
        }
        return events;
    }

    static CanonicalData data(List<Event> events) {
        List<Row> rows = events.stream()
                .map(e -> RowFactory.create(
                        e.learner(),
                        "U" + e.school(),
                        "P1",
                        e.solution(),
                        e.resource(),
                        Date.valueOf(e.day()),
                        e.minutes()))
                .toList();
        List<Row> learners = new ArrayList<>();
        for (int i = 0; i < 30; i += 1) {
            if (i % 3 != 2) {
                learners.add(RowFactory.create("L" + i, "U" + i % 8, i % 3 == 0 ? "F" : "M", null, null));
            }
        }
        List<Row> schools = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            schools.add(RowFactory.create("U" + i, REGIONS.get(i % 4), ACADEMIES.get(i % 4)));
        }
        return new CanonicalData(Map.of(
                "event",
                TestSpark.table(
                        "learner_pid STRING, uai STRING, provider_id STRING, solution_id STRING, resource_id STRING, "
                                + "local_date DATE, minutes DOUBLE",
                        rows),
                "learner",
                TestSpark.table("learner_pid STRING, uai STRING, sex STRING, valid_from DATE, valid_to DATE", learners),
                "school",
                TestSpark.table("uai STRING, region_academique STRING, academie STRING", schools)));
    }
}
