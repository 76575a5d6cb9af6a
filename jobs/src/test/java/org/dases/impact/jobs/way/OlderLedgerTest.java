// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.lake.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that was written before the ledger had its newest columns is read, and what it hides stays hidden. */
class OlderLedgerTest {
    @TempDir
    private Path folder;

    @Test
    void aLedgerWithoutTheNewestColumnsIsStillKnown() {
        TestWorkspace workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
        asOfBefore(workspace);
        SmallSpace.correctL3(workspace, 39);

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(workspace.published().releases()).hasSize(2);
        Called why = Called.with(
                "releases",
                "explain",
                "results",
                "faculty=L,course=L1",
                "--release",
                "1",
                "-w",
                workspace.folder().toString(),
                "--lang",
                "en");
        assertThat(why.code()).as(why.out() + why.err()).isZero();
        Dataset<Row> ledger = workspace.restricted("ledger");
        assertThat(ledger.filter("release_id = 2 and datasets is not null").count())
                .isPositive();
        assertThat(ledger.filter("release_id = 1 and datasets is not null").count())
                .isZero();
    }

    private static final String[] LAST_COLUMNS = {
        "datasets",
        "withheld_for",
        "threshold",
        "zero_secret",
        "insiders",
        "least_denominator",
        "least_side",
        "least_schools",
        "largest_school_percent",
        "least_providers"
    };

    /** The ledger without its last columns, and the hash of that in the release. */
    private static void asOfBefore(TestWorkspace workspace) {
        Dataset<Row> page = workspace.restricted("ledger").drop(LAST_COLUMNS);
        List<Row> rows = page.collectAsList();
        TestSpark.session()
                .createDataFrame(rows, page.schema())
                .write()
                .format("delta")
                .partitionBy("release_id")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(workspace.lake().resolve("restricted/ledger").toString());
        String commitment =
                Digest.of(rows.stream().map(OlderLedgerTest::text).sorted().toList());
        DeltaTable.forPath(
                        TestSpark.session(),
                        workspace.lake().resolve("published/releases").toString())
                .updateExpr(Map.of("ledger_commitment", "'" + commitment + "'"));
    }

    private static String text(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            values.add(value instanceof Timestamp at ? at.toInstant().toString() : String.valueOf(value));
        }
        return Digest.of(values);
    }
}
