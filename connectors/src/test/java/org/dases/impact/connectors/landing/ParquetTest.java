// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.file.Workspace.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.dases.impact.connectors.file.Workspace;
import org.dases.impact.connectors.source.PullRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Spark writes are read without Spark. */
class ParquetTest {
    @TempDir
    private Path folder;

    @Test
    void landsEachTypeAsTextAndRefusesAFileThatIsCutOffOrNested() throws IOException {
        Lake lake = new Lake(folder.resolve("lake"));
        Workspace workspace = new Workspace(folder);
        lake.spark()
                .sql("SELECT 'é' AS s, 7 AS i, 1L << 40 AS l, 0.5D AS d, CAST(12.30 AS DECIMAL(9,2)) AS c,"
                        + " CAST(12.30 AS DECIMAL(30,2)) AS big, true AS b, DATE'2026-03-01' AS day,"
                        + " TIMESTAMP'2026-03-01 10:00:00.25' AS at, CAST(NULL AS STRING) AS n")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("flat").toString());
        lake.spark()
                .sql("SELECT named_struct('x', 1) AS nested")
                .write()
                .parquet(folder.resolve("nested").toString());
        PullRequest flat = workspace.request(options("flat/*.parquet", "parquet"));

        assertThat(Lake.report(lake.land(flat)).records()).isEqualTo(1);
        assertThat(lake.records("traces")
                        .select("s", "i", "l", "d", "c", "big", "b", "day", "at", "n")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[é,7,1099511627776,0.5,12.30,12.30,true,2026-03-01,2026-03-01T10:00:00.250Z,null]");
        assertThat(fault(lake.land(workspace.request(options("nested/*.parquet", "parquet")))))
                .contains("column 'nested' is nested");

        byte[] whole = Files.readAllBytes(parquet("flat"));
        workspace.write("cut/a.parquet", Arrays.copyOf(whole, whole.length / 2));
        assertThat(fault(lake.land(workspace.request(options("cut/*.parquet", "parquet")))))
                .contains("a.parquet is not a whole parquet file");
    }

    private Path parquet(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String fault(LandingOutcome outcome) {
        return outcome.match(
                landed -> "landed", incomplete -> incomplete.faults().get(0).message(), stopped -> "stopped");
    }
}
