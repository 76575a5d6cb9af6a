// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractReader;

/** A contract between a provider and us on one resource. */
final class SampleTerms {
    static final String RESOURCE = "urn:traces";

    private SampleTerms() {}

    /** With a condition such as {@code count lteq 5}; none where it is empty. */
    static Contract contract(String condition) {
        return contract(condition, "");
    }

    /** And for a purpose as a whole; for any where it is empty. */
    static Contract contract(String condition, String purpose) {
        String[] parts = condition.isEmpty() ? new String[0] : condition.split(" ", -1);
        String constraint = parts.length == 0
                ? ""
                : "{\"leftOperand\": \"%s\", \"operator\": \"%s\", \"rightOperand\": \"%s\"}"
                        .formatted(parts[0], parts[1], parts[2]);
        String json = """
                {"_id": "urn:contract", "dataProvider": "urn:p", "dataConsumer": "urn:us", "serviceOffering": "urn:o",
                 "status": "signed", "purpose": [%s], "revokedSignatures": [], "signatures": [
                   {"did": "urn:p", "value": "s"}, {"did": "urn:us", "value": "s"}],
                 "policy": [{"permission": [{"action": "use", "target": "urn:traces", "constraint": [%s]}]}]}
                """.formatted(purpose.isEmpty() ? "" : "{\"purpose\": \"" + purpose + "\"}", constraint);
        return ContractReader.read("c.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
                .match(read -> read, problems -> {
                    throw new AssertionError(problems.toString());
                });
    }
}
