// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.lake.Commits;
import org.dases.impact.jobs.lake.Digest;

/**
 * What the cells of a table were computed from. It stands in the commit that wrote them, so that cells and their inputs
 * cannot come apart.
 *
 * @param fingerprint hash of engine, input versions, definitions, settings and contracts
 * @param contracts dataset to hash of the contract under which it was used
 * @param versions canonical table to the version that was read
 */
public record CellsInputs(String fingerprint, SortedMap<String, String> contracts, SortedMap<String, Long> versions) {
    /** Facts, which lie among the cells, note more: {@link FactsNote}. */
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * What cells are about to be computed from.
     *
     * @param engine version of the engine, which may compute the same otherwise than the one before
     * @param table definitions
     * @param settings time
     * @param contracts dataset to hash of its contract
     * @param versions canonical table to its version
     */
    static CellsInputs of(
            String engine,
            PublishedTable table,
            CubeSettings settings,
            SortedMap<String, String> contracts,
            SortedMap<String, Long> versions) {
        String fingerprint = Digest.of(
                List.of(engine, table.toString(), settings.toString(), contracts.toString(), versions.toString()));
        return new CellsInputs(fingerprint, contracts, versions);
    }

    /**
     * Reads what stands in the last commit.
     *
     * @param spark session
     * @param path cells table
     * @return empty when there are no cells
     */
    public static Optional<CellsInputs> read(SparkSession spark, String path) {
        return Commits.of(spark, path).flatMap(Commits::note).map(CellsInputs::parse);
    }

    /**
     * Whether any version of the cells may rest on one of some datasets.
     *
     * @param spark session
     * @param path cells table, which is there
     * @param datasets names
     * @return true also where nobody knows
     */
    public static boolean mayRestOn(SparkSession spark, String path, Set<String> datasets) {
        return Commits.of(spark, path)
                .flatMap(Commits::notes)
                .filter(notes -> notes.stream()
                        .map(CellsInputs::parse)
                        .allMatch(each -> Collections.disjoint(each.contracts().keySet(), datasets)))
                .isEmpty();
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
