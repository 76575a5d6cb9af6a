// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.connectors.file.FileConnector;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SignedContract;
import org.dases.impact.connectors.source.SourceConnector;

/** A landed zone in a folder, and pulls into it. */
record Lake(Path root) {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Backoff NO_PAUSE = new Backoff(3, Duration.ZERO, Duration.ZERO, () -> 0);

    SparkSession spark() {
        return TestSpark.session();
    }

    Landing landing(LandingProgress progress) {
        return new Landing(spark(), root.toString(), CLOCK, progress, NO_PAUSE);
    }

    LandingOutcome land(PullRequest request) {
        return land(request, new FileConnector(), SignedContract.lease(CLOCK), ScreeningRules.strict());
    }

    LandingOutcome land(PullRequest request, SourceConnector connector, Lease lease, ScreeningRules rules) {
        return landing(LandingProgress.SILENT).land(new DatasetPull(request, connector, lease, rules));
    }

    static LandingReport report(LandingOutcome outcome) {
        return outcome.match(
                LandingOutcome.Landed::report,
                incomplete -> {
                    throw new AssertionError(incomplete.faults().toString());
                },
                stopped -> {
                    throw new AssertionError(stopped.message());
                });
    }

    Dataset<Row> table(String dataset) {
        return spark().read().format("delta").load(root.resolve(dataset).toString());
    }

    Dataset<Row> records(String dataset) {
        return table(dataset).where("_kind = 'record'");
    }

    /** Values of a column of good records, sorted, each as often as it is there. */
    List<String> values(String dataset, String column) {
        return records(dataset)
                .select(column)
                .as(Encoders.STRING())
                .sort(column)
                .collectAsList();
    }

    long version(String dataset) {
        return new LandedTable(spark(), root.toString(), dataset).version();
    }
}
