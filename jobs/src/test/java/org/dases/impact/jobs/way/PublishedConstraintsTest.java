// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published table refuses by itself, whoever writes it. */
class PublishedConstraintsTest {
    @Test
    void aSmallCohortAndANumberInAConfidentialRow(@TempDir Path folder) {
        TestWorkspace workspace = new TestWorkspace(folder);
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        String path = workspace.lake().resolve("published/success_by_course").toString();
        Dataset<Row> row = TestSpark.session().read().format("delta").load(path).limit(1);

        assertThatThrownBy(() -> append(row.withColumn("n_learners", lit(3L)), path))
                .hasStackTraceContaining("at_least_k");
        assertThatThrownBy(() -> append(
                        row.withColumn("n_learners", lit(null).cast("bigint"))
                                .withColumn("conf_status", lit("C"))
                                .withColumn("value", lit(1.0)),
                        path))
                .hasStackTraceContaining("confidential_has_no_number");
    }

    @Test
    void eachReleaseKeepsTheThresholdThatItWasMadeBy(@TempDir Path folder) {
        TestWorkspace workspace = new TestWorkspace(folder);
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        String path = workspace.lake().resolve("published/success_by_course").toString();
        released(workspace, 10, 1);
        released(workspace, 12, 2);
        Dataset<Row> row = TestSpark.session()
                .read()
                .format("delta")
                .load(path)
                .where("conf_status = 'F'")
                .limit(1);
        Dataset<Row> eleven = row.withColumn("n_learners", lit(11L));

        append(eleven.withColumn("release_id", lit(1L)), path);
        assertThatThrownBy(() -> append(eleven.withColumn("release_id", lit(2L)), path))
                .hasStackTraceContaining("at_least_k");

        released(workspace, 5, 3);
        append(row.withColumn("release_id", lit(3L)).withColumn("n_learners", lit(6L)), path);
        assertThatThrownBy(() -> append(row.withColumn("release_id", lit(3L)).withColumn("n_learners", lit(4L)), path))
                .hasStackTraceContaining("at_least_k");
        assertThatThrownBy(() -> append(eleven.withColumn("release_id", lit(2L)), path))
                .hasStackTraceContaining("at_least_k");
    }

    private static void released(TestWorkspace workspace, int learners, int release) {
        workspace.write(
                "impact.yaml", workspace.read("impact.yaml").replaceFirst("learners: \\d+", "learners: " + learners));
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("Release " + release + " is published");
    }

    private static void append(Dataset<Row> rows, String path) {
        rows.write().format("delta").mode("append").save(path);
    }
}
