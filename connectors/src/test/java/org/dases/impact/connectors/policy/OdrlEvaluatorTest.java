// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.DURING;
import static org.dases.impact.connectors.contract.SampleContracts.OFFERING;
import static org.dases.impact.connectors.contract.SampleContracts.RESOURCE;
import static org.dases.impact.connectors.contract.SampleContracts.US;
import static org.dases.impact.connectors.contract.SampleContracts.USE;
import static org.dases.impact.connectors.contract.SampleContracts.contract;
import static org.dases.impact.connectors.policy.Question.asking;

import java.time.Instant;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.SampleContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OdrlEvaluatorTest {
    private static final String DISTRIBUTION_FORBIDDEN = "\"permission\": [" + USE
            + "], \"prohibition\": [{\"action\": \"distribute\", \"target\": \"" + RESOURCE + "\"}]";

    @ParameterizedTest
    @EnumSource(Action.class)
    void permitsEveryActionUnderUse(Action action) {
        assertThat(asking("\"permission\": [" + USE + "]").action(action).isPermitted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "read, READ, true",
        "read, AGGREGATE, false",
        "read, USE, false",
        "aggregate, AGGREGATE, true",
        "play, DISPLAY, true",
        "play, READ, false",
        "USE, READ, true",
        "odrl:aggregate, AGGREGATE, true",
        "http://www.w3.org/ns/odrl/2/aggregate, AGGREGATE, true",
        "https://example.org/teleport, READ, false",
    })
    void permitsOnlyWhatTheActionIncludes(String granted, Action asked, boolean permitted) {
        String policy = "\"permission\": [{\"action\": \"" + granted + "\", \"target\": \"" + RESOURCE + "\"}]";
        assertThat(asking(policy).action(asked).isPermitted()).isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource({
        "aggregate, AGGREGATE, false",
        "aggregate, READ, true",
        "aggregate, USE, true",
        "use, AGGREGATE, false",
        "sell, AGGREGATE, true",
        "play, DISPLAY, false",
        "https://example.org/teleport, READ, false",
    })
    void letsAProhibitionWinOverAPermission(String forbidden, Action asked, boolean permitted) {
        String policy = "\"permission\": [" + USE + "], \"prohibition\": [{\"action\": \"" + forbidden + "\"}]";
        assertThat(asking(policy).action(asked).isPermitted()).isEqualTo(permitted);
    }

    @Test
    void tellsWhichRuleForbids() {
        assertThat(asking(DISTRIBUTION_FORBIDDEN).action(Action.DISTRIBUTE).reasons())
                .singleElement()
                .asString()
                .startsWith("Prohibition 1 of policy 1 (")
                .endsWith(" forbids to distribute " + RESOURCE + ".");
    }

    @Test
    void saysThatNoRulePermits() {
        assertThat(asking("\"permission\": []").reasons())
                .containsExactly("No rule of the contract permits to read " + RESOURCE + ".");
    }

    @ParameterizedTest
    @CsvSource({
        RESOURCE + ", " + RESOURCE + ", true",
        OFFERING + ", " + RESOURCE + ", true",
        RESOURCE + ", " + OFFERING + ", false",
        "urn:other, " + RESOURCE + ", false",
    })
    void permitsOnTheResourceOrItsOffering(String target, String asked, boolean permitted) {
        String naming = "\"permission\": [{\"action\": \"use\", \"target\": \"" + target
                + "\"}], \"prohibition\": [{\"action\": \"sell\", \"target\": \"" + RESOURCE + "\"}]";
        assertThat(asking(naming).resource(asked).isPermitted()).isEqualTo(permitted);
    }

    @Test
    void forbidsTheOfferingWhenOneOfItsResourcesIsForbidden() {
        String policy = "\"permission\": [{\"action\": \"use\", \"target\": \"" + OFFERING
                + "\"}], \"prohibition\": [{\"action\": \"use\", \"target\": \"" + RESOURCE + "\"}]";
        assertThat(asking(policy).resource(OFFERING).isPermitted()).isFalse();
    }

    @Test
    void takesTheOfferingForTheTargetWhereARuleNamesNone() {
        String policy = "\"permission\": [{\"action\": \"use\"}]";
        assertThat(asking(policy).resource(OFFERING).isPermitted()).isTrue();
        assertThat(asking(policy).resource("urn:unnamed").isPermitted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"permission, assignee, " + US + ", true", "permission, assignee, urn:somebody, false"})
    void permitsOnlyItsAssignee(String kind, String member, String party, boolean permitted) {
        String policy = "\"%s\": [{\"action\": \"use\", \"target\": \"%s\", \"%s\": \"%s\"}]"
                .formatted(kind, RESOURCE, member, party);
        assertThat(asking(policy).isPermitted()).isEqualTo(permitted);
    }

    @Test
    void forbidsACollectionOfPartiesWhoseMembersAreUnknown() {
        String policy = "\"permission\": [" + USE + "], \"prohibition\": [{\"action\": \"use\", \"assignee\":"
                + " {\"@type\": \"PartyCollection\", \"@id\": \"urn:companies\"}}]";
        assertThat(asking(policy).reasons()).singleElement().asString().contains("members of its assignee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "anonymize", "aggregate", "attribute", "inform", "odrl:delete"})
    void canDoItsDuties(String action) {
        String duty = "\"duty\": [{\"action\": \"" + action + "\"}]";
        assertThat(asking("\"permission\": [{\"action\": \"use\", " + duty + "}]")
                        .resource(OFFERING)
                        .isPermitted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\": \"compensate\"}",
                "{\"action\": \"https://example.org/dance\"}",
                "{\"action\": \"inform\", \"constraint\": [{\"leftOperand\": \"event\", \"operator\": \"lt\","
                        + " \"rightOperand\": \"x\"}]}",
                "{\"action\": \"delete\", \"constraint\": [{\"leftOperand\": \"elapsedTime\", \"operator\": \"lteq\","
                        + " \"rightOperand\": \"soon\"}]}",
                "{\"act\": \"inform\"}",
                "\"http://example.org/duty/1\"",
            })
    void deniesWhatDependsOnADutyItCannotDo(String duty) {
        String policy = "\"permission\": [{\"action\": \"use\", \"duty\": [" + duty + "]}]";
        assertThat(asking(policy).resource(OFFERING).reasons())
                .singleElement()
                .asString()
                .contains("its duty ")
                .contains("is not one that this engine can do");
    }

    @ParameterizedTest
    @CsvSource({"delete, true", "compensate, false"})
    void deniesUnderAnObligationItCannotMeet(String action, boolean permitted) {
        String policy = "\"permission\": [" + USE + "], \"obligation\": [{\"action\": \"" + action + "\"}]";
        assertThat(asking(policy).isPermitted()).isEqualTo(permitted);
    }

    @Test
    void leavesObligationsOfOthersToThem() {
        String policy = "\"permission\": [" + USE
                + "], \"obligation\": [{\"action\": \"compensate\", \"assignee\": \"urn:somebody\"}]";
        assertThat(asking(policy).isPermitted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prohibitions\": [{\"action\": \"use\"}]",
                "\"inheritFrom\": \"urn:policy:parent\"",
                "\"profile\": \"https://example.org/profile\"",
            })
    void deniesUnderAPolicyWithAPartItDoesNotUnderstand(String part) {
        assertThat(asking("\"permission\": [" + USE + "], " + part)
                        .resource(RESOURCE)
                        .isPermitted())
                .isFalse();
    }

    @Test
    void asksTheContractsPurposesToo() {
        Contract contract = contract(SampleContracts.ecosystem("\"permission\": [" + USE + "]"));
        assertThat(new Question(contract).purposes("impact-measurement").isPermitted())
                .isTrue();
        assertThat(new Question(contract)
                        .purposes("impact-measurement", "marketing")
                        .reasons())
                .containsExactly("The contract is for the purpose impact-measurement; we ask for marketing.");
        assertThat(new Question(contract).purposes("marketing").reasons())
                .containsExactly("The contract is for the purpose impact-measurement; we ask for marketing.");
        assertThat(new Question(contract).purposes().reasons())
                .containsExactly("The contract is for the purpose impact-measurement; no purpose is stated.");
    }

    @Test
    void tellsForWhichPurposesAConditionDoesNotHold() {
        String policy = "\"permission\": [{\"action\": \"use\", \"target\": \"" + RESOURCE
                + "\", \"constraint\": [{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperand\":"
                + " \"teaching\"}]}]";
        assertThat(asking(policy).purposes("teaching", "sales").reasons())
                .singleElement()
                .asString()
                .contains("for all that is asked: it does not hold for sales");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30T23:59:59Z, false",
        "2025-07-01T00:00:00Z, true",
        "2026-06-30T23:59:59Z, true",
        "2026-07-01T00:00:00Z, false",
    })
    void asksTheContractsWindowAtEachRequest(Instant at, boolean permitted) {
        assertThat(asking("\"permission\": [" + USE + "]").at(at).isPermitted()).isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked", "pending", "under_negotiation", "whatever"})
    void deniesUnderAContractThatIsNotSigned(String status) {
        String json =
                SampleContracts.bilateral("\"permission\": [" + USE + "]").replace("\"signed\"", '"' + status + '"');
        assertThat(new Question(contract(json)).isPermitted()).isFalse();
    }

    @Test
    void deniesToWhomTheContractDoesNotName() {
        assertThat(asking("\"permission\": [" + USE + "]")
                        .assignee("urn:somebody")
                        .reasons())
                .singleElement()
                .asString()
                .startsWith("The contract names another consumer");
    }

    @Test
    void deniesTheResourceOfARevokedProviderOnly() {
        String json = SampleContracts.ecosystem("\"permission\": [" + USE + "]")
                .replace("\"revokedMembers\": []", "\"revokedMembers\": [{\"participant\": \"urn:other-provider\"}]");
        Question question = new Question(contract(json)).purposes("impact-measurement");
        assertThat(question.isPermitted()).isTrue();
        assertThat(question.resource("urn:other-resource").reasons())
                .containsExactly("The provider urn:other-provider has been revoked as a member of the contract.");
    }

    @Test
    void bindsRolesToTheirRules() {
        String role = "\"rolesAndObligations\": [{\"role\": \"%s\", \"policies\": [{\"prohibition\": [{\"action\":"
                + " \"distribute\"}]}]}]";
        String json = SampleContracts.ecosystem("\"permission\": [" + USE + "]");
        Question ours = new Question(contract(json.replace("\"rolesAndObligations\": []", role.formatted("dataUser"))));
        Question others =
                new Question(contract(json.replace("\"rolesAndObligations\": []", role.formatted("serviceProvider"))));
        assertThat(ours.purposes("impact-measurement").action(Action.DISTRIBUTE).isPermitted())
                .isFalse();
        assertThat(others.purposes("impact-measurement")
                        .action(Action.DISTRIBUTE)
                        .isPermitted())
                .isTrue();
    }

    @Test
    void carriesTheContractTheRequestAndTheRuleInAPermit() {
        Question question = asking("\"permission\": [" + USE + "]");
        Permit permit = question.decision().match(permitted -> permitted, denial -> {
            throw new AssertionError(denial.toString());
        });
        assertThat(permit.contract()).isEqualTo(question.contract());
        assertThat(permit.request().at()).isEqualTo(DURING);
        assertThat(permit.explanation()).singleElement().asString().startsWith("Permission 1 of policy 1 (");
    }
}
