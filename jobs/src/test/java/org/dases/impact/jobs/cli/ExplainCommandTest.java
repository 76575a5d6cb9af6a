// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String POLICY = """
            {'@context': 'http://www.w3.org/ns/odrl.jsonld', '@type': 'Set', 'uid': 'urn:p',
             'permission': [{'target': 'urn:x', 'action': 'use',
               'constraint': [{'leftOperand': 'spatial', 'operator': 'eq', 'rightOperand': 'FR'}],
               'duty': [{'action': 'delete', 'constraint': [
                 {'leftOperand': 'elapsedTime', 'operator': 'lteq', 'rightOperand': 'P1Y'}]}]}]}
            """;
    private static final String BILATERAL = """
            {'_id': 'urn:c', 'dataProvider': 'urn:school', 'dataConsumer': 'urn:us', 'serviceOffering': 'urn:offering',
             'purpose': [], 'status': 'signed', 'policy': [{'permission': [{'action': 'use', 'target': 'urn:x'}]}],
             'signatures': [{'did': 'urn:school', 'value': 's1'}, {'did': 'urn:us', 'value': 's2'}],
             'revokedSignatures': [],
             'terminationAndValidity': {'effectiveDate': '2025-07-01', 'terminationPeriod': '2026-06-30'}}
            """;
    private static final String ECOSYSTEM = """
            {'_id': 'urn:c', 'ecosystem': 'urn:e', 'orchestrator': 'urn:o', 'status': 'signed',
             'serviceOfferings': [{'participant': 'urn:school', 'serviceOffering': 'urn:offering', 'policies': [
               {'permission': [{'action': 'use', 'target': 'urn:x'}]}]}],
             'members': [{'participant': 'urn:school', 'role': 'dataProvider', 'signature': 's1'},
                         {'participant': 'urn:us', 'role': 'dataUser', 'signature': 's2'}],
             'revokedMembers': []}
            """;
    private static final String AGREEMENT = """
            {'@context': ['https://w3id.org/dspace/2025/1/context.jsonld'], '@type': 'Agreement', '@id': 'urn:c',
             'assigner': 'urn:school', 'assignee': 'urn:us', 'target': 'urn:x', 'timestamp': '2025-07-01T00:00Z',
             'permission': [{'action': 'use', 'constraint': [
               {'leftOperand': 'dateTime', 'operator': 'lteq', 'rightOperand': '2026-06-30T23:59Z'}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void permitsWithZeroAndTellsTheDuties() throws IOException {
        Called called = explain(POLICY, "'context': {'spatial': 'FR'}", "--json");

        assertThat(called.code()).isZero();
        JsonNode answer = new ObjectMapper().readTree(called.out());
        assertThat(answer.path("decision").asText()).isEqualTo("permit");
        assertThat(answer.at("/duties/0/action").asText()).isEqualTo("delete");
        assertThat(answer.at("/duties/0/conditions/0").asText()).isEqualTo("elapsedTime lteq P1Y");
        assertThat(answer.at("/duties/0/fulfilled").asBoolean(true)).isFalse();
        assertThat(answer.at("/explanation/parts/0/kind").asText()).isEqualTo("permission");
        assertThat(answer.at("/explanation/parts/0/state").asText()).isEqualTo("held");
        assertThat(answer.at("/explanation/parts/0/parts/2/text").asText()).isEqualTo("spatial eq FR");
    }

    @Test
    void deniesWithThreeAndTellsWhy() throws IOException {
        Called called = explain(POLICY, "'context': {'spatial': 'DE'}", "--lang", "en");

        assertThat(called.code()).isEqualTo(3);
        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .contains("denies  use  urn:x")
                .contains("its condition 'spatial eq FR' does not hold for spatial DE")
                .contains("does not hold  condition: spatial eq FR (3:");
    }

    @Test
    void deniesWhatIsUnknown() throws IOException {
        Called called = explain(POLICY, "'purpose': ['urn:any']", "--json");

        assertThat(called.code()).isEqualTo(3);
        JsonNode answer = new ObjectMapper().readTree(called.out());
        assertThat(answer.path("decision").asText()).isEqualTo("deny");
        assertThat(answer.path("duties")).isEmpty();
        assertThat(answer.at("/explanation/parts/0/parts/2/state").asText()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'permission': | The document is not valid JSON",
                "{'hello': 'world'} | neither an ODRL policy nor one of the known contracts",
                "{'@context': 'https://evil.example/c.jsonld', 'permission': []} | https://evil.example/c.jsonld",
            })
    void endsWithTwoForAPolicyThatCannotBeRead(String policy, String expected) throws IOException {
        Called called = explain(policy, "'assignee': 'urn:us'");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("policy.json:1:", expected).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.json", "."})
    void endsWithTwoForAFileThatIsNotThere(String name) {
        String file = folder.resolve(name).toString();
        Called called = Called.with("contracts", "explain", "--policy", file, "--request", file, "--lang", "en");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("cannot be read").doesNotContain("Exception");
    }

    @Test
    void needsBothFilesOrAContract() {
        Called called = Called.with("contracts", "explain", "--policy", "p.json", "--lang", "en");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("both --policy POLICY.json and --request REQUEST.json");
    }

    /** Status, membership, signatures and time count besides the policy. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | `` | urn:us | 2026-01-01T00:00:00Z | 0 | permits",
                "'signed' | 'revoked' | urn:us | 2026-01-01T00:00:00Z | 3 | The contract has been revoked",
                "'signed' | 'pending' | urn:us | 2026-01-01T00:00:00Z | 3 | The contract is pending",
                "`` | `` | urn:other | 2026-01-01T00:00:00Z | 3 | The contract names another consumer",
                "`` | `` | urn:us | 2026-07-01T00:00:00Z | 3 | The contract ended on",
                "`` | `` | urn:us | 2025-06-30T23:59:59Z | 3 | The contract begins only on",
                "'value': 's2' | 'value': '' | urn:us | 2026-01-01T00:00:00Z | 3 | have not signed",
                "'revokedSignatures': [] | 'revokedSignatures': [{'did': 'urn:us'}] | urn:us | 2026-01-01T00:00:00Z | 3 |"
                        + " been revoked",
            })
    void asksWhatStandsAroundThePolicyOfABilateralContract(
            String replaced, String by, String who, String at, int code, String told) throws IOException {
        Called called = explain(
                replaced(BILATERAL, replaced, by), "'assignee': '" + who + "', 'at': '" + at + "'", "--lang", "en");

        assertThat(called.code()).as(called.out()).isEqualTo(code);
        assertThat(called.out()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | `` | urn:us | 0",
                "`` | `` | urn:other | 3",
                "'status': 'signed' | 'status': 'revoked' | urn:us | 3",
                "'status': 'signed' | 'x': 1 | urn:us | 3",
                "'signature': 's2' | 'signature': '' | urn:us | 3",
                "'revokedMembers': [] | 'revokedMembers': [{'participant': 'urn:school'}] | urn:us | 3",
            })
    void asksWhatStandsAroundThePolicyOfAnEcosystemContract(String replaced, String by, String who, int code)
            throws IOException {
        assertThat(explain(replaced(ECOSYSTEM, replaced, by), "'assignee': '" + who + "'")
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | `` | 'assignee': 'urn:us', 'at': '2026-06-30T23:59:00Z' | 0",
                "`` | `` | 'assignee': 'urn:us', 'at': '2026-07-01T00:00:00Z' | 3",
                "`` | `` | 'assignee': 'urn:us' | 3",
                "`` | `` | 'at': '2026-06-30T23:59:00Z' | 3",
                "`` | `` | 'assignee': 'urn:other', 'at': '2026-06-30T23:59:00Z' | 3",
                "'timestamp' | 'state': 'TERMINATED', 'timestamp' | 'assignee': 'urn:us', 'at': '2026-06-30T23:59:00Z' | 3",
            })
    void asksWhatStandsAroundAnAgreement(String replaced, String by, String request, int code) throws IOException {
        assertThat(explain(replaced(AGREEMENT, replaced, by), request).code()).isEqualTo(code);
    }

    private static String replaced(String json, String replaced, String by) {
        assertThat(json).contains(replaced);
        return replaced.isEmpty() ? json : json.replace(replaced, by);
    }

    private Called explain(String policy, String request, String... options) throws IOException {
        Path policyFile = folder.resolve("policy.json");
        Path requestFile = folder.resolve("request.json");
        Files.writeString(policyFile, policy.replace('\'', '"'));
        Files.writeString(requestFile, ("{'action': 'use', 'target': 'urn:x', " + request + "}").replace('\'', '"'));
        String[] arguments = new String[6 + options.length];
        String[] start = {"contracts", "explain", "--policy", policyFile.toString(), "--request", requestFile.toString()
        };
        System.arraycopy(start, 0, arguments, 0, start.length);
        System.arraycopy(options, 0, arguments, start.length, options.length);
        return Called.with(arguments);
    }
}
