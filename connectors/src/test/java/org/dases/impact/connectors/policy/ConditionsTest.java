// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.RESOURCE;

import java.time.Instant;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.SampleContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each condition is put into a permission and into a prohibition: what is unknown must deny in both. */
final class ConditionsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "conditions.csv", numLinesToSkip = 1, delimiter = ';', quoteCharacter = '\'')
    void decidesEachCondition(String operand, String operator, String right, String purposes, Instant at, Truth truth) {
        String constraint = constraint(operand, operator, right);
        assertThat(permission(constraint, purposes, at)).isEqualTo(truth == Truth.HELD);
        assertThat(prohibition(constraint, purposes, at)).isEqualTo(truth == Truth.NOT_HELD);
    }

    @ParameterizedTest
    @CsvSource({
        "and, H H, HELD",
        "and, H N, NOT_HELD",
        "and, H U, UNKNOWN",
        "and, N U, NOT_HELD",
        "andSequence, H H, HELD",
        "andSequence, H N, NOT_HELD",
        "or, H N, HELD",
        "or, N N, NOT_HELD",
        "or, H U, HELD",
        "or, N U, UNKNOWN",
        "xone, H N, HELD",
        "xone, H H, NOT_HELD",
        "xone, N N, NOT_HELD",
        "xone, H U, UNKNOWN",
        "xone, H H U, NOT_HELD",
        "xone, N U, UNKNOWN",
    })
    void joinsConditions(String connective, String parts, Truth truth) {
        String inner = parts.replace(" ", ", ")
                .replace("H", constraint("purpose", "eq", "\"a\""))
                .replace("N", constraint("purpose", "eq", "\"b\""))
                .replace("U", constraint("weather", "eq", "\"fine\""));
        String joined = "{\"" + connective + "\": [" + inner + "]}";
        String asList = "{\"odrl:" + connective + "\": {\"@list\": [" + inner + "]}}";
        assertThat(permission(joined, "a", SampleContracts.DURING)).isEqualTo(truth == Truth.HELD);
        assertThat(prohibition(joined, "a", SampleContracts.DURING)).isEqualTo(truth == Truth.NOT_HELD);
        assertThat(permission(asList, "a", SampleContracts.DURING)).isEqualTo(truth == Truth.HELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"purpose eq a\"",
                "{}",
                "{\"leftOperand\": \"purpose\"}",
                "{\"leftOperand\": \"purpose\", \"operator\": \"eq\"}",
                "{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperand\": []}",
                "{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperandReference\": \"urn:x\"}",
                "{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperand\": \"a\", \"unit\": \"urn:u\"}",
                "{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperand\": \"a\", \"status\": \"b\"}",
                "{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperand\": {\"b\": \"a\"}}",
                "{\"and\": []}",
                "{\"and\": [], \"or\": []}",
                "{\"not\": [{\"leftOperand\": \"purpose\", \"operator\": \"eq\", \"rightOperand\": \"a\"}]}",
                "{\"@id\": \"urn:constraint:elsewhere\"}",
            })
    void neverDropsAConditionThatItCannotRead(String constraint) {
        assertThat(permission(constraint, "a", SampleContracts.DURING)).isFalse();
        assertThat(prohibition(constraint, "a", SampleContracts.DURING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraints", "condition", "refinement", "restriction"})
    void neverDropsAMemberOfARuleThatItDoesNotKnow(String member) {
        String policy =
                "\"permission\": [{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"" + member + "\": []}]";
        assertThat(Question.asking(policy).isPermitted()).isFalse();
    }

    @Test
    void testsTheRefinementsOfActionsAndTargets() {
        String action = "\"permission\": [{\"target\": \"" + RESOURCE
                + "\", \"action\": {\"rdf:value\": {\"@id\": \"odrl:use\"}, \"refinement\": %s}}]";
        String target =
                "\"permission\": [{\"action\": \"use\", \"target\": {\"@type\": \"AssetCollection\", \"source\":"
                        + " \"" + RESOURCE + "\", \"refinement\": [%s]}}]";
        String held = constraint("purpose", "eq", "\"impact-measurement\"");
        String unknown = constraint("resolution", "lteq", "\"1200\"");
        assertThat(Question.asking(action.formatted(held)).isPermitted()).isTrue();
        assertThat(Question.asking(action.formatted(unknown)).isPermitted()).isFalse();
        assertThat(Question.asking(target.formatted(held)).isPermitted()).isTrue();
        assertThat(Question.asking(target.formatted(unknown)).isPermitted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "minCohortSize, gteq, 10, true",
        "minCohortSize, gteq, ten, false",
        "minCohortSize, gteq, 0, false",
        "minCohortSize, lteq, 10, false",
        "retention, lteq, P3Y, true",
        "retention, lteq, P0D, false",
        "retention, gteq, P3Y, false",
        "retention, lteq, 3 years, false",
        "pseudonymDomain, eq, fr-edu, true",
        "pseudonymDomain, neq, fr-edu, false",
        "singleProviderRelease, eq, true, true",
        "singleProviderRelease, eq, perhaps, false",
        "granularity, eq, academie, true",
        "granularity, isAnyOf, academie, true",
        "granularity, gteq, academie, false",
    })
    void honoursTheTermsItUnderstandsInPermissionsOnly(String operand, String operator, String right, boolean held) {
        String constraint = constraint(operand, operator, "\"" + right + "\"");
        assertThat(permission(constraint, "a", SampleContracts.DURING)).isEqualTo(held);
        assertThat(prohibition(constraint, "a", SampleContracts.DURING)).isFalse();
    }

    @Test
    void tellsWhichConditionDoesNotHold() {
        String policy = "\"permission\": [{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"constraint\": ["
                + constraint("purpose", "eq", "\"research\"") + "," + constraint("count", "lteq", "5") + "]}]";
        assertThat(Question.asking(policy).reasons())
                .singleElement()
                .asString()
                .contains("its condition 'purpose eq research' does not hold for the purpose impact-measurement at")
                .contains("its condition 'count lteq 5' (2:")
                .contains("cannot be tested by this engine");
    }

    /** A term of the engine's is known; what it is given is not understood. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "minCohortSize; gteq; ten; 'minCohortSize' does not take this operator or value",
                "minCohortSize; lteq; 10; 'minCohortSize' does not take this operator or value",
                "resolution; gteq; ten; nothing says what 'resolution' is",
            })
    void tellsAValueThatATermDoesNotTakeFromAnOperandThatNobodyKnows(
            String operand, String operator, String right, String why) {
        String policy = "\"permission\": [{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"constraint\": ["
                + constraint(operand, operator, "\"" + right + "\"") + "]}]";

        assertThat(Question.asking(policy).reasons()).singleElement().asString().contains(why);
    }

    private static boolean permission(String constraint, String purposes, Instant at) {
        return permitted("\"permission\": [{\"action\": \"use\", \"constraint\": [" + constraint + "]}]", purposes, at);
    }

    private static boolean prohibition(String constraint, String purposes, Instant at) {
        return permitted(
                "\"permission\": [{\"action\": \"use\"}], \"prohibition\": [{\"action\": \"use\", \"constraint\": ["
                        + constraint + "]}]",
                purposes,
                at);
    }

    /** In an agreement, which is signed on 2025-07-01 and has no end of its own. */
    private static boolean permitted(String policy, String purposes, Instant at) {
        Contract contract = SampleContracts.contract(SampleContracts.agreement(policy));
        Question question = new Question(contract).at(at);
        return (purposes.equals("-") ? question.purposes() : question.purposes(purposes.split(",", -1))).isPermitted();
    }

    private static String constraint(String operand, String operator, String right) {
        return "{\"leftOperand\": \"%s\", \"operator\": \"%s\", \"rightOperand\": %s}"
                .formatted(operand, operator, right);
    }
}
