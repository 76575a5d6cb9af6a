// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dases.impact.connectors.document.Reading;

/** One contract in each shape, in force from 2025-07-01 on, between the provider and us. */
public final class SampleContracts {
    /** Who provides. */
    public static final String PROVIDER = "https://dases.example/participants/edtech-a";

    /** Who we are. */
    public static final String US = "https://dases.example/participants/observatoire";

    /** What is provided. */
    public static final String RESOURCE = "https://edtech-a.example/resources/traces";

    /** The offering that it belongs to. */
    public static final String OFFERING = "https://edtech-a.example/offerings/traces";

    /** A moment at which the contracts are in force. */
    public static final Instant DURING = Instant.parse("2025-10-01T12:00:00Z");

    /** The permission that the contracts have unless told otherwise. */
    public static final String USE = "{\"action\": \"use\", \"target\": \"" + RESOURCE + "\"}";

    private static final Instant FETCHED = Instant.parse("2025-09-01T00:00:00Z");

    private SampleContracts() {}

    /** A Prometheus-X bilateral contract whose single policy has these members. */
    public static String bilateral(String policy) {
        return """
                {"_id": "urn:contract:a", "dataProvider": "%s", "dataConsumer": "%s", "serviceOffering": "%s",
                 "purpose": [], "status": "signed", "policy": [{"description": "terms", %s}],
                 "signatures": [
                   {"did": "%s", "party": "provider", "value": "s1", "date": "2025-06-10T08:00:00Z"},
                   {"did": "%s", "party": "consumer", "value": "s2", "date": "2025-06-12T08:00:00Z"}],
                 "revokedSignatures": [],
                 "terminationAndValidity": {"effectiveDate": "2025-07-01T00:00:00Z",
                                            "terminationPeriod": "2026-06-30T23:59:59Z"}}
                """.formatted(PROVIDER, US, OFFERING, policy, PROVIDER, US);
    }

    /** A Prometheus-X ecosystem contract whose first offering's single policy has these members. */
    public static String ecosystem(String policy) {
        return """
                {"_id": "urn:contract:e", "ecosystem": "urn:ecosystem:1", "orchestrator": "urn:orchestrator",
                 "status": "signed",
                 "serviceOfferings": [
                   {"participant": "%s", "serviceOffering": "%s", "policies": [{%s}]},
                   {"participant": "urn:other-provider", "serviceOffering": "urn:other-offering", "policies": [
                     {"permission": [{"action": "use", "target": "urn:other-resource", "constraint": [
                       {"leftOperand": "pseudonymDomain", "operator": "eq", "rightOperand": "other"}]}]}]}],
                 "rolesAndObligations": [], "purpose": [{"purpose": "impact-measurement"}],
                 "members": [
                   {"participant": "%s", "role": "dataProvider", "signature": "s1", "date": "2025-06-10T08:00:00Z"},
                   {"participant": "urn:other-provider", "role": "dataProvider", "signature": "s2"},
                   {"participant": "%s", "role": "dataUser", "signature": "s3", "date": "2025-06-12T08:00:00Z"}],
                 "revokedMembers": []}
                """.formatted(PROVIDER, OFFERING, policy, PROVIDER, US);
    }

    /** An agreement of the Dataspace Protocol with these members beside its parties. */
    public static String agreement(String members) {
        return """
                {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "Agreement",
                 "@id": "urn:uuid:1", "assigner": "%s", "assignee": "%s", "target": "%s",
                 "timestamp": "2025-07-01T00:00:00Z", %s}
                """.formatted(PROVIDER, US, RESOURCE, members);
    }

    /** Reads a contract that is known to be readable. */
    public static Contract contract(String json) {
        return reading(json).match(contract -> contract, problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    /** Reads a document. */
    public static Reading<Contract> reading(String json) {
        return ContractReader.read("contracts/a.json", json.getBytes(StandardCharsets.UTF_8), FETCHED);
    }
}
