// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.dases.impact.jobs.workspace.WithdrawalList;

/**
 * The learners of a dataset who took their consent back.
 *
 * @param ids their identifiers, as the source has them
 * @param problem why the list cannot be read, without any value of it; then nobody is known to consent
 */
record WithdrawnIds(SortedSet<String> ids, Optional<String> problem) {
    static WithdrawnIds read(SparkSession spark, Path workspace, String dataset, WithdrawalList list) {
        Path file = workspace.resolve(list.path());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return unknown(dataset, "the file " + list.path() + " is not there or cannot be read");
        }
        Dataset<Row> rows = spark.read()
                .option("header", "true")
                .option("delimiter", list.delimiter())
                .option("encoding", "UTF-8")
                .csv(file.toString());
        if (!Arrays.asList(rows.columns()).contains(list.column())) {
            return unknown(dataset, "the file " + list.path() + " has no column '" + list.column() + "'");
        }
        SortedSet<String> ids = new TreeSet<>();
        rows.select(functions.trim(functions.col("`" + list.column() + "`")))
                .where("NOT coalesce(trim(`" + list.column() + "`), '') = ''")
                .distinct()
                .collectAsList()
                .forEach(row -> ids.add(row.getString(0)));
        return new WithdrawnIds(ids, Optional.empty());
    }

    static WithdrawnIds unknown(String dataset, String why) {
        return new WithdrawnIds(
                new TreeSet<>(),
                Optional.of("Dataset " + dataset + " rests on consent, and nobody knows who took it back: " + why
                        + ". Correct 'withdrawals' in datasets/" + dataset + ".yaml or the file."));
    }
}
