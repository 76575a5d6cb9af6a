// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.dases.impact.connectors.file.FileConnector;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Checkpoints;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.Plan;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.Slice;
import org.dases.impact.connectors.source.SliceReader;
import org.dases.impact.connectors.source.SourceConnector;

/** The file connector over a source that fails as it is told to, before it hands out its n-th batch. */
final class FaultyConnector implements SourceConnector {
    private final FileConnector files = new FileConnector();
    private final IntConsumer beforeBatch;
    private int batches;

    FaultyConnector(IntConsumer beforeBatch) {
        this.beforeBatch = beforeBatch;
    }

    @Override
    public String kind() {
        return files.kind();
    }

    @Override
    public String optionsSchema() {
        return files.optionsSchema();
    }

    @Override
    public Plan plan(PullRequest request, Checkpoints checkpoints) {
        return files.plan(request, checkpoints);
    }

    @Override
    public SliceReader open(Slice slice, PullRequest request, Lease lease) {
        SliceReader reader = files.open(slice, request, lease);
        return new SliceReader() {
            @Override
            public Optional<Batch> next() {
                batches++;
                beforeBatch.accept(batches);
                return reader.next();
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
