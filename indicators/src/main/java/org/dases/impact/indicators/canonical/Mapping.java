// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the landed records of a dataset become canonical rows.
 *
 * @param dataset name of the dataset
 * @param provider {@code provider_id} of its rows
 * @param pseudonymDomain domain that its pseudonyms belong to; learners of two datasets can be joined only within one
 * @param record how its landed columns are to be seen
 * @param tables canonical table → mapping, in their order
 * @param required canonical columns that must have a value beyond those that the tables require
 */
public record Mapping(
        String dataset,
        String provider,
        String pseudonymDomain,
        RecordForm record,
        Map<String, TableMapping> tables,
        List<String> required) {
    public Mapping {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        required = List.copyOf(required);
        if (pseudonymDomain.isBlank() || pseudonymDomain.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "dataset '" + dataset + "': pseudonym-domain must be a text without NUL characters");
        }
    }

    /**
     * Checks tables and columns against the canonical model, without Spark and without looking into the expressions.
     *
     * @return what is wrong; empty when nothing is
     */
    public List<MappingProblem> check() {
        return new MappingShape(this).problems();
    }
}
