// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.OFFERING;
import static org.dases.impact.connectors.contract.SampleContracts.PROVIDER;
import static org.dases.impact.connectors.contract.SampleContracts.RESOURCE;
import static org.dases.impact.connectors.contract.SampleContracts.US;
import static org.dases.impact.connectors.contract.SampleContracts.USE;
import static org.dases.impact.connectors.contract.SampleContracts.agreement;
import static org.dases.impact.connectors.contract.SampleContracts.bilateral;
import static org.dases.impact.connectors.contract.SampleContracts.contract;
import static org.dases.impact.connectors.contract.SampleContracts.ecosystem;
import static org.dases.impact.connectors.contract.SampleContracts.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.odrl.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractReaderTest {
    private static final String PERMISSION = "\"permission\": [" + USE + "]";

    @Test
    void readsABilateralContract() {
        Contract read = contract(bilateral(PERMISSION));
        assertThat(read.id()).isEqualTo("urn:contract:a");
        assertThat(read.kind()).isEqualTo(ContractKind.PTX_BILATERAL);
        assertThat(read.status()).isEqualTo(ContractStatus.SIGNED);
        assertThat(read.provider()).contains(new Party(PROVIDER));
        assertThat(read.consumer()).contains(new Party(US));
        assertThat(read.members())
                .containsExactly(
                        new Member(
                                new Party(PROVIDER),
                                Set.of("data provider"),
                                true,
                                Optional.of(Instant.parse("2025-06-10T08:00:00Z"))),
                        new Member(
                                new Party(US),
                                Set.of("data user"),
                                true,
                                Optional.of(Instant.parse("2025-06-12T08:00:00Z"))));
        assertThat(read.signedAt()).contains(Instant.parse("2025-06-12T08:00:00Z"));
        assertThat(read.validity())
                .isEqualTo(new Validity(
                        Optional.of(Instant.parse("2025-07-01T00:00:00Z")),
                        Optional.of(Instant.parse("2026-06-30T23:59:59Z"))));
        assertThat(read.offerings()).containsExactly(new Offering(OFFERING, new Party(PROVIDER), Set.of(RESOURCE)));
        assertThat(read.policySet().rules()).extracting(Rule::label).containsExactly("permission 1 of policy 1");
    }

    @Test
    void readsAnEcosystemContractWithSeveralProviders() {
        Contract read = contract(ecosystem(PERMISSION));
        assertThat(read.kind()).isEqualTo(ContractKind.PTX_ECOSYSTEM);
        assertThat(read.provider()).isEmpty();
        assertThat(read.consumer()).isEmpty();
        assertThat(read.members()).hasSize(3);
        assertThat(read.purposes()).containsExactly("impact-measurement");
        assertThat(read.offerings())
                .containsExactly(
                        new Offering(OFFERING, new Party(PROVIDER), Set.of(RESOURCE)),
                        new Offering(
                                "urn:other-offering", new Party("urn:other-provider"), Set.of("urn:other-resource")));
    }

    @Test
    void readsAnAgreementAndCountsItAsSigned() {
        Contract read = contract(agreement("\"permission\": {\"action\": \"use\"}"));
        assertThat(read.id()).isEqualTo("urn:uuid:1");
        assertThat(read.kind()).isEqualTo(ContractKind.DSP_AGREEMENT);
        assertThat(read.status()).isEqualTo(ContractStatus.SIGNED);
        assertThat(read.signedAt()).contains(Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(read.offerings()).containsExactly(new Offering(RESOURCE, new Party(PROVIDER), Set.of()));
    }

    @Test
    void readsWhatTheManagementApiOfEdcAnswers() {
        Contract read = contract("""
                {"@type": "ContractAgreement", "@id": "urn:uuid:2", "assetId": "asset-1", "providerId": "did:web:p",
                 "consumerId": "did:web:c", "contractSigningDate": 1755504000,
                 "policy": {"@id": "x", "@type": "odrl:Agreement",
                   "odrl:permission": {"odrl:action": {"@id": "odrl:use"}, "odrl:constraint": {
                     "odrl:leftOperand": {"@id": "edc:inForceDate"}, "odrl:operator": {"@id": "odrl:lteq"},
                     "odrl:rightOperand": {"@value": "contractAgreement+30d"}}},
                   "odrl:prohibition": [], "odrl:obligation": [], "odrl:target": {"@id": "asset-1"}},
                 "@context": {"@vocab": "https://w3id.org/edc/v0.0.1/ns/", "odrl": "http://www.w3.org/ns/odrl/2/"}}
                """);
        assertThat(read.provider()).contains(new Party("did:web:p"));
        assertThat(read.consumer()).contains(new Party("did:web:c"));
        assertThat(read.signedAt()).contains(Instant.parse("2025-08-18T08:00:00Z"));
        assertThat(read.validity().until()).contains(Instant.parse("2025-09-17T08:00:00Z"));
        Rule permission = read.policySet().rules().get(0);
        assertThat(permission.actions().get(0).name()).isEqualTo("use");
        assertThat(permission.constraints()).hasToString("[inForceDate lteq contractAgreement+30d]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"permission\": [{\"action\": \"use\"}]",
                "\"permission\": {\"action\": {\"@id\": \"odrl:use\"}}",
                "\"odrl:permission\": {\"odrl:action\": [\"http://www.w3.org/ns/odrl/2/use\"]}",
                "\"http://www.w3.org/ns/odrl/2/permission\": [{\"odrl:action\": {\"odrl:type\": \"odrl:use\"}}]",
                "\"permission\": {\"action\": {\"rdf:value\": {\"@id\": \"odrl:use\"}}}",
            })
    void readsTheSamePermissionInAnyForm(String members) {
        Rule permission = contract(agreement(members)).policySet().rules().get(0);
        assertThat(permission.kind()).isEqualTo(Rule.Kind.PERMISSION);
        assertThat(permission.actions()).hasSize(1);
        assertThat(permission.actions().get(0).name()).isEqualTo("use");
        assertThat(permission.actions().get(0).refinements()).isEmpty();
        assertThat(permission.targets().get(0).iri()).isEqualTo(RESOURCE);
        assertThat(permission.assignees().get(0).iri()).isEqualTo(US);
    }

    @Test
    void mergesAMemberGivenWithAndWithoutPrefix() {
        String both = "\"permission\": {\"action\": \"use\"}, \"odrl:permission\": {\"action\": \"read\"}";
        assertThat(contract(agreement(both)).policySet().rules()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "signed, SIGNED",
        "revoked, REVOKED",
        "pending, PENDING",
        "under_negotiation, UNDER_NEGOTIATION",
        "approved, UNKNOWN",
        "'', UNKNOWN",
    })
    void readsTheStatus(String word, ContractStatus status) {
        String json = bilateral(PERMISSION).replace("\"signed\"", "\"" + word + "\"");
        assertThat(contract(json).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "FINALIZED, SIGNED",
        "dspace:FINALIZED, SIGNED",
        "https://w3id.org/dspace/v0.8/TERMINATED, REVOKED",
        "AGREED, UNDER_NEGOTIATION",
        "SOMETHING, UNKNOWN",
    })
    void readsTheStateOfANegotiation(String state, ContractStatus status) {
        String json = "{\"@type\": \"ContractNegotiation\", \"state\": \"" + state + "\", \"agreement\": "
                + agreement(PERMISSION) + "}";
        assertThat(contract(json).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-01T00:00:00Z, 2025-07-01T00:00:00Z",
        "2025-07-01T00:00:00.000Z, 2025-07-01T00:00:00Z",
        "2025-07-01T00:00, 2025-07-01T00:00:00Z",
        "2025-07-01T02:00+02:00, 2025-07-01T00:00:00Z",
        "2025-07-01T02:00:00+0200, 2025-07-01T00:00:00Z",
        "2025-07-01, 2025-07-01T00:00:00Z",
    })
    void toleratesDatesWithoutSecondsOrOffset(String written, Instant expected) {
        String json = bilateral(PERMISSION).replace("2025-07-01T00:00:00Z", written);
        assertThat(contract(json).validity().from()).contains(expected);
    }

    @Test
    void countsTheLastDayOfADateAsValid() {
        String json = bilateral(PERMISSION).replace("2026-06-30T23:59:59Z", "2026-06-30");
        assertThat(contract(json).validity().endedBefore(Instant.parse("2026-06-30T23:59:59.5Z")))
                .isFalse();
        assertThat(contract(json).validity().endedBefore(Instant.parse("2026-07-01T00:00:00Z")))
                .isTrue();
    }

    @Test
    void hashesTheBytesAsDelivered() {
        byte[] bytes = bilateral(PERMISSION).getBytes(StandardCharsets.UTF_8);
        byte[] longer = (bilateral(PERMISSION) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(hash(bytes)).hasSize(64).isEqualTo(hash(bytes)).isNotEqualTo(hash(longer));
    }

    @Test
    void hashesAsSha256OfTheBytes() {
        // from: printf '%s' '...' | sha256sum
        String json = "{\"@type\":\"Agreement\",\"@id\":\"a\",\"assigner\":\"p\",\"assignee\":\"c\"}";
        assertThat(hash(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("660c5d05b6e1e537767671cc0e961355bf4f6179557f1bdacdf557c846620318");
    }

    private static String hash(byte[] bytes) {
        return ContractReader.read("a.json", bytes, Instant.EPOCH).match(Contract::sha256, Object::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, | contracts/a.json:1:9: The document is not valid JSON",
                "{\"_id\": 1, \"_id\": 2} | The document is not valid JSON: a member is given twice",
                "[] | The document is not a JSON object.",
                "'' | The document is not a JSON object.",
                "{} {} | There is text after the end",
                "{\"hello\": 1} | none of the known contracts",
                "{\"@type\": \"Agreement\", \"@context\": \"https://evil.example/c\"} | never fetched",
                "{\"@type\": \"Agreement\", \"@context\": {\"@vocab\": \"urn:x:\"}} | takes its names from 'urn:x:'",
            })
    void saysWhatKeepsADocumentFromBeingAContract(String json, String expected) {
        assertThat(messages(json)).singleElement().asString().contains(expected);
    }

    @Test
    void refusesNestingThatIsMeantToExhaustTheReader() {
        assertThat(messages("{\"a\": " + "[".repeat(5000)))
                .singleElement()
                .asString()
                .contains("nested too deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": camille}",
                "{\"a\": {\"b\": \"camille\",",
                "{\"camille\": 1, \"camille\": 2}",
                "{\"a\": \"camille",
                "{\"a\": [1, camille]}",
            })
    void showsNoTextOfABrokenFile(String json) {
        assertThat(messages(json))
                .singleElement()
                .asString()
                .startsWith("contracts/a.json:1:")
                .contains("The document is not valid JSON: ")
                .doesNotContain("camille", "Source", "REDACTED", "'c'");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] latin1 = "{\"_id\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(messages(ContractReader.read("a.json", latin1, Instant.EPOCH)))
                .singleElement()
                .asString()
                .contains("UTF-8");
    }

    @Test
    void reportsAllMissingMembersWithTheirPlace() {
        assertThat(messages("\n  {\"dataProvider\": \"p\"}"))
                .hasSize(3)
                .allMatch(message -> message.startsWith("contracts/a.json:2:3: The contract does not say "))
                .anyMatch(message -> message.contains("'_id'"))
                .anyMatch(message -> message.contains("'dataConsumer'"))
                .anyMatch(message -> message.contains("'serviceOffering'"));
    }

    @Test
    void reportsADateThatIsNone() {
        assertThat(messages(bilateral(PERMISSION).replace("2025-07-01T00:00:00Z", "next summer")))
                .singleElement()
                .asString()
                .contains("'effectiveDate' is not a date: next summer");
    }

    @Test
    void readsTheLegalBasisWhereverItIsStated() {
        String stated = bilateral(PERMISSION).replace("\"purpose\": []", "\"legalBasis\": \"Public interest\"");
        String consent = bilateral(PERMISSION)
                .replace("\"purpose\": []", "\"purpose\": [{\"purpose\": \"x\", \"consentType\": \"explicit\"}]");
        String none = bilateral(PERMISSION)
                .replace("\"purpose\": []", "\"purpose\": [{\"purpose\": \"x\", \"consentType\": \"none\"}]");
        assertThat(contract(stated).legalBasis()).contains("public-interest");
        assertThat(contract(consent).legalBasis()).contains("consent");
        assertThat(contract(none).legalBasis()).isEmpty();
    }

    @Test
    void keepsRulesThatStandInTheContractItself() {
        String early =
                bilateral(PERMISSION).replace("\"purpose\": []", "\"prohibition\": [{\"action\": \"distribute\"}]");
        assertThat(contract(early).policySet().of(Rule.Kind.PROHIBITION)).hasSize(1);
    }

    private static List<String> messages(String json) {
        return messages(reading(json));
    }

    private static List<String> messages(Reading<Contract> reading) {
        return reading.match(
                contract -> List.of(),
                problems -> problems.stream().map(Problem::message).toList());
    }
}
