// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Policies on their own, put to requests. The expected decisions are reasoned from the ODRL recommendation, and, where
 * it leaves open what holds, from the rule that what is unknown never permits.
 */
final class PolicyCasesTest {
    private static final Map<String, String> CONDITIONS = Map.of(
            "%START", condition("dateTime", "gteq", "\"2026-01-01T00:00:00Z\""),
            "%TO", condition("dateTime", "lt", "\"2027-01-01T00:00:00Z\""),
            "%FR", condition("spatial", "eq", "\"FR\""),
            "%DE", condition("spatial", "eq", "\"DE\""),
            "%P1", condition("purpose", "eq", "\"urn:p1\""),
            "%UN", condition("http://weather.example/sky", "eq", "\"blue\""));

    @ParameterizedTest
    @CsvFileSource(resources = "operators.csv", numLinesToSkip = 1, delimiter = ';', quoteCharacter = '\'')
    void testsEachOperator(String operand, String operator, String right, @Nullable String request, String expected)
            throws JsonProcessingException {
        String constraint = condition(operand, operator, right);
        String permission = "\"permission\": [{\"action\": \"use\", \"constraint\": " + constraint + "}]";
        String prohibition = "\"permission\": [{\"action\": \"use\"}], \"prohibition\": [{\"action\": \"use\","
                + " \"constraint\": [" + constraint + "]}]";
        boolean held = expected.startsWith("HELD");
        assertThat(Asked.permitted(permission, request)).isEqualTo(held);
        assertThat(Asked.permitted(prohibition, request)).isEqualTo(expected.equals("NOT_HELD"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "policies.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '`')
    void decides(String why, String policy, @Nullable String request, boolean permitted)
            throws JsonProcessingException {
        String whole = policy;
        for (Map.Entry<String, String> each : CONDITIONS.entrySet()) {
            whole = whole.replace(each.getKey(), each.getValue());
        }
        Answer answer = Asked.answer(whole, request);
        assertThat(answer.permitted()).as(why + ": " + answer.reasons()).isEqualTo(permitted);
        assertThat(answer.reasons()).isNotEmpty();
        assertThat(answer.explanation().state()).isEqualTo(Truth.of(permitted));
    }

    private static String condition(String operand, String operator, String right) {
        return "{\"leftOperand\": \"%s\", \"operator\": \"%s\", \"rightOperand\": %s}"
                .formatted(operand, operator, right);
    }
}
