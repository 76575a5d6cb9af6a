// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether a school is known for any row: else the number of schools is not known, rather than 0. */
final class KnownSchools {
    private KnownSchools() {}

    /**
     * Looks for a school.
     *
     * @param facts facts of the source, if there are any: a school of theirs is one of the source
     */
    static boolean in(Dataset<Row> source, CanonicalData data, Optional<Dataset<Row>> facts) {
        if (facts.isPresent() && has(facts.get(), "school")) {
            return true;
        }
        List<String> names = List.of(source.columns());
        boolean own = names.contains("uai") && has(source, "uai");
        return own
                || Stream.of("learner_pid", "respondent_pid")
                        .filter(names::contains)
                        .anyMatch(person -> data.table("learner")
                                .map(learners -> has(of(learners, source, person), "uai"))
                                .orElse(false));
    }

    /** The learners that are measured: that others have a school says nothing about them. */
    private static Dataset<Row> of(Dataset<Row> learners, Dataset<Row> source, String person) {
        Dataset<Row> measured = source.select(col(person).as("measured_pid"));
        return learners.join(measured, learners.col("learner_pid").equalTo(measured.col("measured_pid")), "left_semi");
    }

    private static boolean has(Dataset<Row> rows, String column) {
        return !rows.where(column + " is not null").select(column).limit(1).isEmpty();
    }
}
