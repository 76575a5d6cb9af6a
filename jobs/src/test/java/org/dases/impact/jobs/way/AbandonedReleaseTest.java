// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release that was killed before its commit leaves rows under a number that the next release gets, which may lack
 * their table: readers who go by numbers alone would take them for rows of that one.
 */
class AbandonedReleaseTest {
    @TempDir
    private Path folder;

    @Test
    void itsRowsGoWithTheNextRunWhateverThatReleases() {
        TestWorkspace workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
        long before = rows(workspace, "results").count();
        Dataset<Row> left = rows(workspace, "results").withColumn("release_id", lit(2L));
        left.write().format("delta").mode("append").save(path(workspace, "results"));
        left.write().format("delta").save(path(workspace, "not_configured_any_more"));
        workspace.write(".impact/lake/restricted/records/release-2.prov.json.pending", "{}");

        Called release = workspace.call("release");

        assertThat(release.code()).as(release.out() + release.err()).isZero();
        assertThat(release.out()).contains("Nothing new");
        assertThat(rows(workspace, "results").where("release_id > 1").isEmpty()).isTrue();
        assertThat(rows(workspace, "not_configured_any_more").isEmpty()).isTrue();
        assertThat(rows(workspace, "results").count()).isEqualTo(before).isPositive();
    }

    private static Dataset<Row> rows(TestWorkspace workspace, String table) {
        return TestSpark.session().read().format("delta").load(path(workspace, table));
    }

    private static String path(TestWorkspace workspace, String table) {
        return workspace.lake().resolve("published").resolve(table).toString();
    }
}
