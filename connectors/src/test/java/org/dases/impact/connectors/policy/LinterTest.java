// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.dases.impact.connectors.contract.SampleContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinterTest {
    private static final String LT = "{'leftOperand': 'dateTime', 'operator': 'lt', 'rightOperand': '2026-01-01'}";
    private static final String GT = "{'leftOperand': 'dateTime', 'operator': 'gt', 'rightOperand': '2026-12-31'}";

    /** Rule, and ! where it is serious. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'permission': [{'target': 'urn:x', 'action': 'use'}] | ",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': [%LT, %GT]}] | conditions-impossible!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': [{'and': [%LT, %GT]}]}] |"
                        + " conditions-impossible!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': [{'or': [%LT, %GT]}]}] | ",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': [{'or': [{'and': [%LT, %GT]}, %LT]}]}] |"
                        + " conditions-impossible",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': [{'leftOperand': 'dateTime', 'operator':"
                        + " 'gteq', 'rightOperand': '2026-01-01T00:00Z'}, {'leftOperand': 'dateTime', 'operator': 'lteq',"
                        + " 'rightOperand': '2026-01-01T00:00Z'}]}] | ",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': [{'leftOperand': 'dateTime', 'operator':"
                        + " 'gt', 'rightOperand': '2026-01-01T00:00Z'}, {'leftOperand': 'dateTime', 'operator': 'lteq',"
                        + " 'rightOperand': '2026-01-01T00:00Z'}]}] | conditions-impossible!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'purpose', 'operator':"
                        + " 'in', 'rightOperand': ['urn:p']}}] | operator-alias",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'purpose', 'operator':"
                        + " 'like', 'rightOperand': 'urn:p'}}] | operator-unknown!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'mood', 'operator':"
                        + " 'eq', 'rightOperand': 'good'}}] | operand-unknown!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'spatial', 'operator':"
                        + " 'eq', 'rightOperand': 'FR'}}] | operand-untested!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'dateTime', 'operator':"
                        + " 'lt', 'rightOperand': 'soon'}}] | value-malformed!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'retention', 'operator':"
                        + " 'lteq', 'rightOperand': '3 years'}}] | value-malformed!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': 'urn:c'}] | part-unreadable!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'purpose', 'operator':"
                        + " 'eq', 'rightOperand': 'urn:marketing'}}] | purpose-unused!",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'constraint': {'leftOperand': 'Datetime', 'operator':"
                        + " 'lt', 'rightOperand': '2026-01-01'}}] | operand-alias",
                "'permission': [{'target': 'urn:x', 'action': 'write'}] | action-alias",
                "'permission': [{'target': 'urn:x', 'action': 'urn:dance'}] | action-unknown!",
                "'permission': [{'action': 'use'}] | rule-incomplete",
                "'permission': [{'target': 'urn:x', 'action': 'use', 'duty': [{'action': 'compensate'}]}] | duty-impossible!",
                "'permission': [{'target': 'urn:x', 'action': 'read'}], 'prohibition': [{'target': 'urn:x', 'action':"
                        + " 'use'}] | permission-dead!",
                "'permission': [{'target': 'urn:x', 'action': 'use'}], 'prohibition': [{'target': 'urn:x', 'action':"
                        + " 'read'}] | permission-conflict",
                "'permission': [{'target': 'urn:x', 'action': 'read'}], 'prohibition': [{'target': 'urn:x', 'action': 'use',"
                        + " 'constraint': %LT}] | permission-conflict",
                "'permission': [{'target': 'urn:x', 'action': 'read', 'constraint': %LT}], 'prohibition': [{'target':"
                        + " 'urn:x', 'action': 'use', 'constraint': %LT}] | permission-dead!",
                "'permission': [{'target': 'urn:x', 'action': 'read'}], 'prohibition': [{'target': 'urn:y', 'action':"
                        + " 'use'}] | ",
                "'conflict': 'perm', 'permission': [{'target': 'urn:x', 'action': 'read'}], 'prohibition': [{'target':"
                        + " 'urn:x', 'action': 'use'}] | ",
            })
    void finds(String policy, @org.jspecify.annotations.Nullable String expected) {
        String json = "{" + policy.replace("%LT", LT).replace("%GT", GT).replace('\'', '"') + "}";
        List<String> found = Asked.document(json)
                .match(
                        document -> document.match(
                                rules -> Linter.review(rules, Set.of("urn:p")), contract -> List.<LintFinding>of()),
                        problems -> {
                            throw new AssertionError(problems.toString());
                        })
                .stream()
                .map(each -> each.rule().id() + (each.serious() ? "!" : ""))
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"signed\" | \"signed\" | ",
                "\"status\": \"signed\", | `` | status-missing",
                "\"signed\" | \"pending\" | status-not-signed",
                "\"value\": \"s2\" | \"value\": \"\" | signature-missing",
                "\"terminationPeriod\": \"2026-06-30T23:59:59Z\" | \"terminationPeriod\": \"2025-06-30\" | validity-impossible",
                "\"date\": \"2025-06-12T08:00:00Z\" | \"date\": \"2026-07-12\" | validity-impossible",
                "\"dataConsumer\": \"https://dases.example/participants/observatoire\" | \"dataConsumer\":"
                        + " \"https://dases.example/participants/edtech-a\" | parties-same",
                "\"_id\" | \"@type\": \"Offer\", \"_id\" | status-not-signed",
                "\"purpose\": [] | \"purpose\": [{\"purpose\": \"marketing\"}] | purpose-unused",
            })
    void findsWhatIsWrongAroundThePoliciesOfAContract(
            String replaced, String by, @org.jspecify.annotations.Nullable String expected) {
        String json = SampleContracts.bilateral("\"permission\": [" + SampleContracts.USE + "]");
        assertThat(json).contains(replaced);
        List<String> found = Linter.review(
                        SampleContracts.contract(json.replace(replaced, by)), Set.of("impact-measurement"), Set.of())
                .stream()
                .map(each -> each.rule().id())
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void tellsPlaceMessageAndFix() {
        String json = "{\"permission\": [{\"target\": \"urn:x\", \"action\": \"use\",\n  \"constraint\": ["
                + LT.replace('\'', '"') + ", " + GT.replace('\'', '"') + "]}]}";
        LintFinding found = Asked.document(json)
                .match(
                        document -> document.match(
                                rules -> Linter.review(rules, Set.of()), contract -> List.<LintFinding>of()),
                        problems -> List.<LintFinding>of())
                .get(0);
        assertThat(found.place().line()).isEqualTo(2);
        assertThat(found.message())
                .isEqualTo("The permission 1 of the policy can never hold: 'dateTime lt 2026-01-01' and 'dateTime gt"
                        + " 2026-12-31' exclude each other.");
        assertThat(found.fix()).isEqualTo("Exchange or correct the two values.");
    }
}
