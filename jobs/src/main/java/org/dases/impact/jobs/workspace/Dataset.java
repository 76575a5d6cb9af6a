// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.canonical.TableMapping;

/**
 * What {@code datasets/NAME.yaml} says.
 *
 * @param name name of the dataset, and of its file
 * @param contract identifier of the contract that covers it
 * @param resource identifier of the resource that the contract's policies name
 * @param provider {@code provider_id} of the rows
 * @param pseudonymDomain domain of the pseudonyms
 * @param connector kind of the connector
 * @param options the connector's options, valid against its schema, with variables replaced
 * @param allowed columns that the screening lets pass
 * @param record form of a landed record
 * @param recordSchema Spark types of a JSON record; present exactly when the form is JSON
 * @param tables canonical table to its mapping, in the order of the file
 * @param required canonical columns that must have a value, else the row is quarantined
 * @param retention how long rows are kept; empty when only the contract says so
 * @param legalBasis legal basis; empty when only the contract says so
 * @param withdrawals where those are listed who took their consent back; needed where the legal basis is consent
 */
public record Dataset(
        String name,
        String contract,
        String resource,
        String provider,
        String pseudonymDomain,
        String connector,
        Map<String, Object> options,
        List<AllowedColumn> allowed,
        RecordForm record,
        Optional<String> recordSchema,
        Map<String, TableMapping> tables,
        List<String> required,
        Optional<Period> retention,
        Optional<String> legalBasis,
        Optional<WithdrawalList> withdrawals) {
    public Dataset {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        allowed = List.copyOf(allowed);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        required = List.copyOf(required);
    }

    /**
     * The same, read from elsewhere.
     *
     * @param from the connector's options
     * @return another dataset
     */
    public Dataset reading(Map<String, Object> from) {
        return new Dataset(
                name,
                contract,
                resource,
                provider,
                pseudonymDomain,
                connector,
                from,
                allowed,
                record,
                recordSchema,
                tables,
                required,
                retention,
                legalBasis,
                withdrawals);
    }
}
