// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.lake.Commits;

/**
 * What kept facts were made from. It stands in the commit that wrote them, and has all that {@link CellsInputs} has, so
 * that a purge treats facts as it treats cells.
 *
 * @param fingerprint hash of engine, definitions and settings
 * @param contracts dataset to hash of the contract under which it was used
 * @param versions canonical table to the version that was read
 * @param registers what the attributes came to that registers lent
 * @param increments how many times single days were made again since all were
 */
record FactsNote(
        String fingerprint,
        SortedMap<String, String> contracts,
        SortedMap<String, Long> versions,
        String registers,
        int increments) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REGISTERS = List.of("learner", "school");

    /** What stands in the last commit; empty when there are no facts, or none that this engine wrote. */
    static Optional<FactsNote> read(SparkSession spark, String path) {
        return Commits.of(spark, path).flatMap(Commits::note).flatMap(FactsNote::parse);
    }

    private static Optional<FactsNote> parse(String text) {
        try {
            return Optional.of(JSON.readValue(text, FactsNote.class));
        } catch (JsonProcessingException unknown) {
            return Optional.empty(); // then they are made anew
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("inputs of facts cannot be written as JSON", e);
        }
    }

    /** Whether facts with this note may be built upon: the same definitions, datasets, contracts and tables. */
    boolean isOfSameKind(FactsNote now) {
        return fingerprint.equals(now.fingerprint)
                && contracts.equals(now.contracts)
                && versions.keySet().equals(now.versions.keySet());
    }

    /** Whether the registers were read at the same versions. */
    boolean hasSameRegisters(FactsNote now) {
        return REGISTERS.stream().allMatch(each -> Objects.equals(versions.get(each), now.versions.get(each)));
    }

    FactsNote withRegisters(String found) {
        return new FactsNote(fingerprint, contracts, versions, found, increments);
    }

    FactsNote after(FactsNote before) {
        return new FactsNote(fingerprint, contracts, versions, registers, before.increments + 1);
    }
}
