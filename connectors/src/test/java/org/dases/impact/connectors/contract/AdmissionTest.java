// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.DURING;
import static org.dases.impact.connectors.contract.SampleContracts.PROVIDER;
import static org.dases.impact.connectors.contract.SampleContracts.US;
import static org.dases.impact.connectors.contract.SampleContracts.USE;
import static org.dases.impact.connectors.contract.SampleContracts.contract;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdmissionTest {
    private static final String PERMISSION = "\"permission\": [" + USE + "]";
    private static final String BILATERAL = SampleContracts.bilateral(PERMISSION);
    private static final String ECOSYSTEM = SampleContracts.ecosystem(PERMISSION);
    private static final String AGREEMENT = SampleContracts.agreement(PERMISSION);
    private static final Participant OBSERVATORY = new Participant(List.of("urn:old-name", US), Role.DATA_USER);

    static Stream<String> shapes() {
        return Stream.of(BILATERAL, ECOSYSTEM, AGREEMENT);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void admitsEachShapeUnderTheNameThatTheContractUses(String json) {
        Admission admission = Admission.review(contract(json), OBSERVATORY, DURING);
        assertThat(admission).isEqualTo(new Admission.Admitted(contract(json), US));
    }

    static Stream<Arguments> refusals() {
        String ourSignature = "\"did\": \"" + US + "\", \"party\": \"consumer\", \"value\": \"s2\"";
        String usRevoked = "\"revokedMembers\": [{\"participant\": \"" + US + "\"}]";
        return Stream.of(
                refusal(BILATERAL, "\"signed\"", "\"revoked\"", "The contract has been revoked."),
                refusal(BILATERAL, "\"signed\"", "\"pending\"", "The contract is pending"),
                refusal(BILATERAL, "\"signed\"", "\"under_negotiation\"", "is still under negotiation"),
                refusal(BILATERAL, "\"signed\"", "\"valid\"", "does not state a status that is known"),
                refusal(BILATERAL, "\"status\": \"signed\",", "", "does not state a status that is known"),
                refusal(ECOSYSTEM, "\"signed\"", "\"revoked\"", "The contract has been revoked."),
                refusal(AGREEMENT, "\"timestamp\"", "\"state\": \"TERMINATED\", \"timestamp\"", "has been revoked"),
                refusal(BILATERAL, US, "urn:somebody-else", "The contract names another consumer"),
                refusal(AGREEMENT, US, "urn:somebody-else", "The contract names another consumer"),
                refusal(ECOSYSTEM, US, "urn:somebody-else", "are not a member of the contract"),
                refusal(BILATERAL, ourSignature, "\"did\": \"x\"", "We, " + US + ", have not signed"),
                refusal(BILATERAL, "\"value\": \"s2\"", "\"value\": \" \"", "We, " + US + ", have not signed"),
                refusal(BILATERAL, "\"value\": \"s1\"", "\"x\": 1", "The provider " + PROVIDER + " has not signed"),
                refusal(ECOSYSTEM, "\"signature\": \"s3\"", "\"signature\": \"\"", "We, " + US + ", have not signed"),
                refusal(
                        BILATERAL,
                        "\"revokedSignatures\": []",
                        "\"revokedSignatures\": [{\"did\": \"" + PROVIDER + "\"}]",
                        "The provider " + PROVIDER + " has been revoked as a member"),
                refusal(ECOSYSTEM, "\"revokedMembers\": []", usRevoked, "We, " + US + ", have been revoked"),
                refusal(ECOSYSTEM, "dataUser", "dataProvider", "has us as dataProvider; we act as data user"),
                refusal(ECOSYSTEM, "dataUser", "participant", "has us as participant; we act as data user"),
                refusal(ECOSYSTEM, "\"role\": \"dataUser\",", "", "gives us no role; we act as data user"));
    }

    private static Arguments refusal(String json, String replaced, String by, String reason) {
        assertThat(json).contains(replaced);
        return Arguments.of(json.replace(replaced, by), reason);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithAReasonThatALawyerCanRead(String json, String reason) {
        assertThat(reasons(contract(json), DURING)).singleElement().asString().contains(reason);
    }

    @Test
    void refusesWhenNoProviderIsLeft() {
        String json = ECOSYSTEM.replace(
                "\"revokedMembers\": []",
                "\"revokedMembers\": [\"urn:other-provider\", {\"participant\": \"" + PROVIDER + "\"}]");
        assertThat(reasons(contract(json), DURING))
                .containsExactly(
                        "The provider " + PROVIDER + " has been revoked as a member of the contract.",
                        "The provider urn:other-provider has been revoked as a member of the contract.");
    }

    @Test
    void admitsTheOthersWhenOneProviderOfSeveralIsRevoked() {
        String json = ECOSYSTEM.replace("\"revokedMembers\": []", "\"revokedMembers\": [\"urn:other-provider\"]");
        assertThat(reasons(contract(json), DURING)).isEmpty();
    }

    @Test
    void tellsAllReasonsTogether() {
        String json = BILATERAL.replace("\"signed\"", "\"pending\"").replace("\"value\": \"s2\"", "\"x\": 1");
        assertThat(reasons(contract(json), Instant.parse("2030-01-01T00:00:00Z")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30T23:59:59.999Z, false",
        "2025-07-01T00:00:00Z, true",
        "2026-06-30T23:59:59Z, true",
        "2026-06-30T23:59:59.001Z, false",
    })
    void admitsFromTheFirstToTheLastInstant(Instant at, boolean admitted) {
        assertThat(reasons(contract(BILATERAL), at).isEmpty()).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-12T07:59:59.999Z, false",
        "2025-06-12T08:00:00Z, true",
    })
    void admitsFromTheInstantAtWhichBothHaveSigned(Instant at, boolean admitted) {
        List<String> reasons = reasons(contract(ECOSYSTEM), at);
        assertThat(reasons.isEmpty()).isEqualTo(admitted);
        assertThat(reasons)
                .allMatch(reason -> reason.equals("We, " + US
                        + ", have signed the contract only on 2025-06-12T08:00:00Z; it is asked for " + at + "."));
    }

    /** A member that joined later than the moment that is asked for does not undo what the others signed before. */
    @Test
    void admitsWhereOnlyAnotherMemberSignedLater() {
        String later = "\"signature\": \"s2\", \"date\": \"2025-11-01T00:00:00Z\"";
        assertThat(reasons(contract(ECOSYSTEM.replace("\"signature\": \"s2\"", later)), DURING))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30T23:59:59Z, false",
        "2025-07-01T00:00:00Z, true",
    })
    void admitsAnAgreementFromItsSigning(Instant at, boolean admitted) {
        List<String> reasons = reasons(contract(AGREEMENT), at);
        assertThat(reasons)
                .isEqualTo(
                        admitted
                                ? List.of()
                                : List.of("The contract was signed only on 2025-07-01T00:00:00Z; it is asked for " + at
                                        + "."));
    }

    /** Of a day without an hour nobody knows more than that it was that day. */
    @Test
    void takesASigningOnADayForTheWholeDay() {
        String day = ECOSYSTEM.replace("2025-06-12T08:00:00Z", "2025-06-12");
        assertThat(reasons(contract(day), Instant.parse("2025-06-12T00:00:00Z")))
                .isEmpty();
        assertThat(reasons(contract(day), Instant.parse("2025-06-11T23:59:59Z")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Offer", "odrl:Offer", "Set", "Request", "odrl:Request", "ContractOffer", "Privacy", "Poem"})
    void refusesWhatIsNoAgreementByItsType(String type) {
        assertThat(reasons(contract(AGREEMENT.replace("\"Agreement\"", "\"" + type + "\"")), DURING))
                .containsExactly("The contract is only proposed: by its type it is no agreement.");
        String bilateral = BILATERAL.replaceFirst("\\{", "{\"@type\": \"" + type + "\",");
        assertThat(reasons(contract(bilateral), DURING).isEmpty())
                .isEqualTo(type.equals("Poem") || type.equals("Privacy"));
    }

    /** Eclipse EDC documents a Set inside of an agreement; an offer or a request inside of one is nobody's word. */
    @ParameterizedTest
    @CsvSource({"Agreement, true", "Set, true", "Offer, false", "Request, false"})
    void refusesAnAgreementOfWhichThePolicyIsOnlyProposed(String type, boolean admitted) {
        String json = """
                {"@type": "ContractAgreement", "@id": "urn:uuid:1", "providerId": "%s", "consumerId": "%s",
                 "assetId": "urn:x", "contractSigningDate": 1751328000,
                 "policy": {"@type": "%s", "permission": [%s]}}
                """.formatted(PROVIDER, US, type, USE);
        assertThat(reasons(contract(json), DURING).isEmpty()).isEqualTo(admitted);
    }

    @Test
    void refusesAContractOfOnePartyWithItself() {
        for (String json : List.of(BILATERAL, AGREEMENT)) {
            assertThat(reasons(contract(json.replace(PROVIDER, US)), DURING))
                    .startsWith("The contract has " + US + " on both sides: nobody is bound by a word to himself.");
        }
        Participant both = new Participant(List.of(PROVIDER, US), Role.DATA_USER);
        assertThat(Admission.review(contract(BILATERAL), both, DURING)
                        .match(admitted -> List.of(), Admission.Refused::reasons))
                .asString()
                .contains("on both sides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-user", "dataUser", "Data User", "data-consumer", "consumer"})
    void knowsTheSpellingsOfARole(String name) {
        assertThat(Role.of(name)).contains(Role.DATA_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "participant", "orchestrator", "user data"})
    void takesNothingElseForARole(String name) {
        assertThat(Role.of(name)).isEmpty();
    }

    @Test
    void admitsTheProviderInItsOwnRole() {
        Participant provider = new Participant(List.of(PROVIDER), Role.DATA_PROVIDER);
        assertThat(Admission.review(contract(BILATERAL), provider, DURING))
                .isEqualTo(new Admission.Admitted(contract(BILATERAL), PROVIDER));
    }

    private static List<String> reasons(Contract contract, Instant at) {
        return Admission.review(contract, OBSERVATORY, at).match(admitted -> List.of(), Admission.Refused::reasons);
    }
}
