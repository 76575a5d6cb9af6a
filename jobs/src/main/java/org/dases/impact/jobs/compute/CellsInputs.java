// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.tables.DeltaTable;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.lake.DeltaTables;

/**
 * What the cells of a table were computed from. It stands in the commit that wrote them, so that cells and their inputs
 * cannot come apart.
 *
 * @param fingerprint hash of input versions, definitions, settings and contracts
 * @param contracts dataset to hash of the contract under which it was used
 * @param versions canonical table to the version that was read
 */
public record CellsInputs(String fingerprint, SortedMap<String, String> contracts, SortedMap<String, Long> versions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads what stands in the last commit.
     *
     * @param spark session
     * @param path cells table
     * @return empty when there are no cells
     */
    public static Optional<CellsInputs> read(SparkSession spark, String path) {
        if (!DeltaTables.exists(spark, path)) {
            return Optional.empty();
        }
        Row last = DeltaTable.forPath(spark, path)
                .history(1)
                .select("userMetadata")
                .head();
        return Optional.ofNullable(last.getString(0)).map(CellsInputs::parse);
    }

    private static CellsInputs parse(String text) {
        try {
            return JSON.readValue(text, CellsInputs.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the cells carry a note that this engine did not write", e);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("inputs of cells cannot be written as JSON", e);
        }
    }
}
