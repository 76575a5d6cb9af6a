// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.PROVIDER;
import static org.dases.impact.connectors.contract.SampleContracts.US;
import static org.dases.impact.connectors.contract.SampleContracts.USE;
import static org.dases.impact.connectors.contract.SampleContracts.bilateral;
import static org.dases.impact.connectors.contract.SampleContracts.contract;
import static org.dases.impact.connectors.contract.SampleContracts.ecosystem;
import static org.dases.impact.connectors.contract.SampleContracts.reading;

import java.util.List;
import org.dases.impact.connectors.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract says to limit itself is read, or keeps it from being one: it is never taken for nothing. */
final class ContractLimitsTest {
    private static final String PERMISSION = "\"permission\": [" + USE + "]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"party\": \"dataConsumer\", \"value\": \"s2\"}]",
                "[{\"party\": \"data user\", \"did\": null}]",
                "[\"US\"]",
                "\"US\"",
                "[{\"participant\": \"US\"}]",
                "[{\"did\": \"US\"}]",
            })
    void aSignatureThatWasTakenBackCountsWhicheverWayItIsNamed(String revoked) {
        String json = bilateral(PERMISSION)
                .replace("\"revokedSignatures\": []", "\"revokedSignatures\": " + revoked.replace("US", US));

        assertThat(contract(json).revoked()).containsExactly(new Party(US));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"did\": \"US\"}", "\"US\"", "{\"participant\": \"US\"}", "{\"@id\": \"US\"}"})
    void aMemberThatWasPutOutCountsWhicheverWayItIsNamed(String revoked) {
        String json = ecosystem(PERMISSION)
                .replace("\"revokedMembers\": []", "\"revokedMembers\": [" + revoked.replace("US", US) + "]");

        assertThat(contract(json).revoked()).containsExactly(new Party(US));
    }

    @Test
    void aProviderIsRevokedByItsRole() {
        String json = bilateral(PERMISSION)
                .replace("\"revokedSignatures\": []", "\"revokedSignatures\": [{\"party\": \"dataProvider\"}]");

        assertThat(contract(json).revoked()).containsExactly(new Party(PROVIDER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "revokedSignatures": []  | "revokedSignatures": [{"value": "s2"}]    | it cannot be read whose
            "revokedSignatures": []  | "revokedSignatures": [{}]                 | it cannot be read whose
            "revokedSignatures": []  | "revokedMembers": ["urn:us"]              | no 'revokedMembers' there
            "purpose": []            | "purpose": [{"name": "urn:research"}]     | A purpose of the contract cannot be read
            "purpose": []            | "purpose": [{"purpose": " "}]             | A purpose of the contract cannot be read
            "purpose": []            | "purpose": {"purpose": null}              | A purpose of the contract cannot be read
            "purpose": []            | "purposes": [{"purpose": "urn:research"}] | no 'purposes' there
            "status": "signed"       | "status": "signed", "policies": []        | no 'policies' there
            "status": "signed"       | "status": "signed", "validUntil": "2020"  | no 'validUntil' there
            "terminationPeriod"      | "terminationDate"                         | no 'terminationDate' there
            "terminationAndValidity": {"effectiveDate" | "terminationAndValidity": "2026-01-01", "x": {"effectiveDate" | is a text
            "party": "consumer"      | "party": "consumer", "status": "revoked"  | no 'status' there
            """)
    void whatIsNotUnderstoodOfABilateralContractKeepsItFromBeingOne(String right, String wrong, String message) {
        assertThat(messages(bilateral(PERMISSION), right, wrong))
                .singleElement()
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "revokedMembers": []     | "revokedMembers": [{"signature": "s3"}]   | it cannot be read who
            "revokedMembers": []     | "revokedSignatures": []                   | no 'revokedSignatures' there
            "rolesAndObligations": []| "policy": [{"prohibition": []}]           | no 'policy' there
            "rolesAndObligations": []| "rolesAndObligations": [{"role": "dataUser", "prohibition": []}] | no 'prohibition' there
            "signature": "s3"        | "signature": "s3", "status": "revoked"    | no 'status' there
            "serviceOffering": "urn:other-offering" | "serviceOffering": "urn:other-offering", "prohibition": [] | no 'prohibition' there
            {"purpose": "impact-measurement"} | {"use": "research"}              | A purpose of the contract cannot be read
            "status": "signed"       | "status": "signed", "terminationAndValidity": {} | no 'terminationAndValidity' there
            """)
    void whatIsNotUnderstoodOfAnEcosystemContractKeepsItFromBeingOne(String right, String wrong, String message) {
        assertThat(messages(ecosystem(PERMISSION), right, wrong))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void aSignatureThatSaysNoIsNone() {
        String json = ecosystem(PERMISSION).replace("\"signature\": \"s3\"", "\"signature\": false");

        assertThat(contract(json).members())
                .filteredOn(member -> member.party().equals(new Party(US)))
                .noneMatch(Member::signed);
    }

    private static List<String> messages(String json, String right, String wrong) {
        assertThat(json).contains(right);
        return reading(json.replace(right, wrong))
                .match(
                        contract -> List.of("nothing is wrong"),
                        problems -> problems.stream().map(Problem::toString).toList());
    }
}
