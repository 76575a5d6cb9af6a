// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.nio.file.Path;
import java.util.Map;

/**
 * What to pull.
 *
 * @param dataset name of the dataset
 * @param options the dataset's options for the connector, as validated against its schema
 * @param base folder that relative paths in the options start from (the workspace)
 * @param batchRecords most records in one batch, at least 1
 */
public record PullRequest(String dataset, Map<String, Object> options, Path base, int batchRecords) {
    public PullRequest {
        options = Map.copyOf(options);
        if (batchRecords < 1) {
            throw new IllegalArgumentException("batch-records must be at least 1, was " + batchRecords);
        }
    }
}
