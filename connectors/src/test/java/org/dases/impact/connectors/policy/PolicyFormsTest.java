// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same policy in many forms of JSON-LD, and documents that cannot be read. */
final class PolicyFormsTest {
    private static final String NS = "http://www.w3.org/ns/odrl/2/";

    /** Each says: alice may read x in France. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@context': 'http://www.w3.org/ns/odrl.jsonld', '@type': 'Set', 'uid': 'urn:p', 'permission': [{'target':"
                        + " 'urn:x', 'assignee': 'urn:alice', 'action': 'read', 'constraint': [{'leftOperand': 'spatial',"
                        + " 'operator': 'eq', 'rightOperand': 'FR'}]}]}",
                "{'uid': 'urn:p', 'permission': {'target': 'urn:x', 'assignee': 'urn:alice', 'action': 'read',"
                        + " 'constraint': {'leftOperand': 'spatial', 'operator': 'eq', 'rightOperand': 'FR'}}}",
                "{'@context': {'odrl': 'NS'}, '@type': 'odrl:Set', 'odrl:permission': {'odrl:target': {'@id': 'urn:x'},"
                        + " 'odrl:assignee': {'@id': 'urn:alice'}, 'odrl:action': {'@id': 'odrl:read'}, 'odrl:constraint':"
                        + " {'odrl:leftOperand': {'@id': 'odrl:spatial'}, 'odrl:operator': {'@id': 'odrl:eq'},"
                        + " 'odrl:rightOperand': {'@value': 'FR', '@type':"
                        + " 'http://www.w3.org/2001/XMLSchema#string'}}}}",
                "{'@context': {'o': 'NS', 'may': {'@id': 'o:permission', '@type': '@id'}}, '@type': 'o:Set', 'may':"
                        + " [{'o:target': 'urn:x', 'o:assignee': 'urn:alice', 'o:action': {'@id': 'o:read'},"
                        + " 'o:constraint': {'o:leftOperand': {'@id': 'o:spatial'}, 'o:operator': {'@id': 'o:eq'},"
                        + " 'o:rightOperand': 'FR'}}]}",
                "{'@context': {'@vocab': 'NS'}, '@type': 'Set', 'permission': {'target': {'@id': 'urn:x'}, 'assignee':"
                        + " {'@id': 'urn:alice'}, 'action': {'@id': 'NSread'}, 'constraint': {'leftOperand': {'@id':"
                        + " 'NSspatial'}, 'operator': {'@id': 'NSeq'}, 'rightOperand': 'FR'}}}",
                "[{'@id': 'urn:p', '@type': ['NSSet'], 'NSpermission': [{'NStarget': [{'@id': 'urn:x'}], 'NSassignee':"
                        + " [{'@id': 'urn:alice'}], 'NSaction': [{'@id': 'NSread'}], 'NSconstraint': [{'NSleftOperand':"
                        + " [{'@id': 'NSspatial'}], 'NSoperator': [{'@id': 'NSeq'}], 'NSrightOperand': [{'@value':"
                        + " 'FR'}]}]}]}]",
                "[{'@id': 'urn:p', '@type': ['NSSet'], 'NSpermission': [{'@id': '_:b0'}]}, {'@id': '_:b0', '@type':"
                        + " ['NSPermission'], 'NStarget': [{'@id': 'urn:x'}], 'NSassignee': [{'@id': 'urn:alice'}],"
                        + " 'NSaction': [{'@id': 'NSread'}], 'NSconstraint': [{'@id': '_:b1'}]}, {'@id': '_:b1',"
                        + " 'NSleftOperand': [{'@id': 'NSspatial'}], 'NSoperator': [{'@id': 'NSeq'}], 'NSrightOperand':"
                        + " [{'@value': 'FR'}]}]",
                "{'@context': {'odrl': 'NS'}, '@graph': [{'@id': 'urn:c', 'odrl:leftOperand': {'@id': 'odrl:spatial'},"
                        + " 'odrl:operator': {'@id': 'odrl:eq'}, 'odrl:rightOperand': 'FR'}, {'@id': 'urn:r', '@type':"
                        + " 'odrl:Permission', 'odrl:target': {'@id': 'urn:x'}, 'odrl:assignee': {'@id': 'urn:alice'},"
                        + " 'odrl:action': {'@id': 'odrl:read'}, 'odrl:constraint': {'@id': 'urn:c'}}, {'@id': 'urn:p',"
                        + " '@type': 'odrl:Set', 'odrl:permission': {'@id': 'urn:r'}}]}",
                "{'@context': ['http://www.w3.org/ns/odrl.jsonld', {'ex': 'urn:'}], '@type': 'Policy', 'permission': [{"
                        + "'target': 'ex:x', 'assignee': 'ex:alice', 'action': 'odrl:read', 'constraint': [{'@type':"
                        + " 'LogicalConstraint', 'and': {'@list': [{'leftOperand': 'odrl:spatial', 'operator': 'odrl:eq',"
                        + " 'rightOperand': {'@value': 'FR'}}]}}]}]}",
                "{'@type': 'NSSet', 'NSpermission': [{'NStarget': [{'@id': 'urn:x'}], 'NSassignee': [{'@id': 'urn:alice'}],"
                        + " 'NSaction': [{'@id': 'NSread'}], 'NSconstraint': [{'NSand': [{'@list': [{'NSleftOperand': [{'@id':"
                        + " 'NSspatial'}], 'NSoperator': [{'@id': 'NSeq'}], 'NSrightOperand': [{'@value': 'FR'}]}]}]}]}]}",
                "{'permission': [{'target': {'id': 'urn:x'}, 'assignee': {'id': 'urn:alice'}, 'action': {'id': 'read'},"
                        + " 'constraint': [{'leftOperand': 'spatial', 'operator': 'eq', 'rightOperand': 'FR'}]}]}",
                "{'@context': {'odrl': 'NS', 'rules': '@nest', 'permission': {'@id': 'odrl:permission', '@nest': 'rules'},"
                        + " 'who': {'@id': 'odrl:assignee', '@type': '@id'}, 'what': {'@id': 'odrl:target', '@type': '@id'},"
                        + " 'do': {'@id': 'odrl:action', '@type': '@vocab'}, 'get': 'odrl:read', 'if': {'@id':"
                        + " 'odrl:constraint', '@context': {'left': {'@id': 'odrl:leftOperand', '@type': '@id'}, 'op': {'@id':"
                        + " 'odrl:operator', '@type': '@id'}, 'right': 'odrl:rightOperand'}}}, 'rules': {'permission': [{"
                        + "'what': 'urn:x', 'who': 'urn:alice', 'do': 'get', 'if': {'left': 'odrl:spatial', 'op': 'odrl:eq',"
                        + " 'right': 'FR'}}]}}",
                "{'@context': ['https://w3id.org/edc/connector/management/v0.0.1'], '@type': 'PolicyDefinition', '@id':"
                        + " 'urn:p', 'permission': [{'target': {'@id': 'urn:x'}, 'assignee': 'urn:alice', 'action': 'read',"
                        + " 'constraint': [{'leftOperand': 'spatial', 'operator': 'eq', 'rightOperand': 'FR'}]}]}",
                "{'@context': 'https://w3id.org/dspace/2025/1/odrl-profile.jsonld', '@type': 'Offer', '@id': 'urn:p',"
                        + " 'assigner': 'urn:acme', 'permission': [{'target': 'urn:x', 'assignee': 'urn:alice', 'action':"
                        + " 'odrl:read', 'constraint': [{'leftOperand': 'odrl:spatial', 'operator': 'eq', 'rightOperand':"
                        + " 'FR'}]}]}",
            })
    void meansTheSameInAnyForm(String form) {
        String policy = form.replace("NS", NS).replace('\'', '"');
        assertThat(permitted(policy, "urn:alice", "read", "urn:x", "FR")).isTrue();
        assertThat(permitted(policy, "urn:bob", "read", "urn:x", "FR")).isFalse();
        assertThat(permitted(policy, "urn:alice", "print", "urn:x", "FR")).isFalse();
        assertThat(permitted(policy, "urn:alice", "read", "urn:y", "FR")).isFalse();
        assertThat(permitted(policy, "urn:alice", "read", "urn:x", "DE")).isFalse();
    }

    private static boolean permitted(String policy, String assignee, String action, String target, String spatial) {
        return Asked.whole(policy, """
                        {"assignee": "%s", "action": "%s", "target": "%s", "context": {"spatial": "%s"}}
                        """.formatted(assignee, action, target, spatial))
                .permitted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'permission': [ | The document is not valid JSON",
                "'' | The document is not a JSON object",
                "[] | The document holds no policy and no contract",
                "{'hello': 1} | neither an ODRL policy nor one of the known contracts",
                "{'@context': 'https://evil.example/c', 'permission': []} | https://evil.example/c",
                "[{'permission': []}, {'dataProvider': 'urn:a'}] | holds 2 policies, and one of them is a contract",
                "{'@context': {'@import': 'https://evil.example/c'}, 'permission': []} | not supported",
                "{'@context': {'a': {'@id': 'urn:a:', '@context': 'https://evil.example/c'}}, 'a': {'permission': []}} |"
                        + " invalid scoped context",
                "{'@context': {'odrl': 'NS'}, '@type': 5, 'odrl:permission': []} | is not valid",
                "{'permission': [{'action': 'use', '@constraint': []}]} | '@constraint' is no keyword",
                "{'dataProvider': 'urn:a', 'permission': []} | The contract does not say who uses the data",
                "{'permission': [{'@id': 'urn:q', 'action': 'use'}], '@graph': [{'@id': 'urn:q', 'constraint': []}]} |"
                        + " says different things of 'urn:q'",
                "{'@graph': [{'@type': 'Set', 'permission': [{'@id': 'urn:q'}]}, {'@id': 'urn:q', 'action': 'use'},"
                        + " {'@id': 'urn:q', 'duty': {'action': 'nextPolicy'}}]} | says different things of 'urn:q'",
                "{'@context': {'odrl': 'NS'}, '@graph': [{'@type': 'odrl:Set', 'odrl:permission': {'@id': '_:q'}},"
                        + " {'@id': '_:q', 'odrl:action': {'@id': 'odrl:use'}}, {'@id': '_:q', 'odrl:constraint': {'@id':"
                        + " '_:z'}}]} | says different things of '_:q'",
                "[{'permission': [{'uid': 'urn:q', 'action': 'use'}]}, {'uid': 'urn:q', 'constraint': []}] |"
                        + " says different things of 'urn:q'",
                "{'permission': [{'action': 'use', 'assignee': {'@id': 'urn:staff', '@type': 'PartyCollection'}}],"
                        + " '@graph': [{'@id': 'urn:staff', '@type': 'PartyCollection', 'refinement': []}]} |"
                        + " says different things of 'urn:staff'",
                "{'uid': 'urn:m', 'permission': [{'action': 'use'}], '@included': [{'uid': 'urn:m', 'prohibition': [{"
                        + "'action': 'print'}]}]} | says different things of 'urn:m'",
                "{'uid': 'urn:m', 'permission': [{'action': 'use'}], '@included': [{'uid': 'urn:n', 'prohibition': [{"
                        + "'action': 'print'}]}]} | holds another one beside its rules",
                "{'permission': [{'action': 'use', 'target': {'uid': 'urn:map', 'hasPolicy': {'prohibition': [{'action':"
                        + " 'use'}]}}}]} | has a policy of its own",
                "{'permission': [{'action': 'use', 'target': 'urn:map'}], '@graph': [{'@id': 'urn:map', 'hasPolicy':"
                        + " 'urn:elsewhere'}]} | has a policy of its own",
            })
    void saysWhatKeepsADocumentFromBeingAPolicy(String json, String expected) {
        assertThat(Asked.problems(Asked.document(json.replace("NS", NS).replace('\'', '"'))))
                .startsWith("policy.json:1:")
                .contains(expected);
    }

    /** A name may be told twice as long as both say the same, and an asset may name the policy that is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'permission': [{'action': 'read', 'target': {'@id': 'urn:x', '@type': 'Asset'}}, {'action': 'print',"
                        + " 'target': {'@id': 'urn:x', 'title': 'Maps', '@type': 'Asset'}}]}",
                "{'uid': 'urn:m', 'permission': [{'action': 'read', 'target': 'urn:x'}], '@graph': [{'@id': 'urn:x',"
                        + " 'hasPolicy': {'@id': 'urn:m'}}]}",
            })
    void takesANameThatIsToldTwiceAlike(String policy) {
        assertThat(permitted(policy.replace('\'', '"'), "urn:alice", "read", "urn:x", "FR"))
                .isTrue();
    }

    /** A permission in one policy, a prohibition in the other. */
    @Test
    void countsSeveralPoliciesTogether() {
        String policies =
                "[{'permission': [{'action': 'use', 'target': 'urn:x'}]}, {'prohibition': [{'action': 'print',"
                        + " 'target': 'urn:x'}]}]";
        String json = policies.replace('\'', '"');
        assertThat(permitted(json, "urn:alice", "read", "urn:x", "FR")).isTrue();
        assertThat(permitted(json, "urn:alice", "print", "urn:x", "FR")).isFalse();
    }

    @Test
    void answersTenThousandConstraintsQuickly() {
        String constraint = "{'leftOperand': 'count', 'operator': 'neq', 'rightOperand': %d}";
        String many = IntStream.range(0, 10_000).mapToObj(constraint::formatted).collect(Collectors.joining(","));
        String each =
                "{'@context': 'http://www.w3.org/ns/odrl.jsonld', 'permission': [{'action': 'use', 'constraint': ["
                        + many + "]}]}";
        String joined = "{'permission': [{'action': 'use', 'constraint': {'and': [" + many + "]}}]}";
        String request = "{'action': 'use', 'target': 'urn:x', 'counts': {'count': %d}}";
        for (String policy : new String[] {each, joined}) {
            String json = policy.replace('\'', '"');
            Answer held = Assertions.assertTimeout(
                    Duration.ofSeconds(60),
                    () -> Asked.whole(json, request.formatted(10_000).replace('\'', '"')));
            assertThat(held.permitted()).isTrue();
            assertThat(Asked.whole(json, request.formatted(9_999).replace('\'', '"'))
                            .permitted())
                    .isFalse();
        }
    }

    @Test
    void refusesPartsThatReferToEachOtherTooDeep() {
        String chain = IntStream.range(0, 5_000)
                .mapToObj(i -> "{'@id': 'urn:c%d', 'and': [{'@id': 'urn:c%d'}]}".formatted(i, i + 1))
                .collect(Collectors.joining(","));
        String policy =
                "{'permission': [{'action': 'use', 'constraint': {'@id': 'urn:c0'}}], '@graph': [" + chain + "]}";
        assertThat(Asked.problems(Asked.document(policy.replace('\'', '"')))).contains("refer to each other");
    }

    @Test
    void refusesPartsThatMultiply() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i ->
                        "{'@id': 'urn:c%1$d', 'and': [{'@id': 'urn:c%2$d'}, {'@id': 'urn:c%2$d'}]}".formatted(i, i + 1))
                .collect(Collectors.joining(","));
        String policy =
                "{'permission': [{'action': 'use', 'constraint': {'@id': 'urn:c0'}}], '@graph': [" + doubling + "]}";
        assertThat(Asked.problems(Asked.document(policy.replace('\'', '"')))).contains("refer to each other");
    }

    @Test
    void takesAPartThatContainsItselfForUnknown() {
        String policy = "{'permission': [{'action': 'use', 'constraint': {'@id': 'urn:c0'}}], '@graph': [{'@id':"
                + " 'urn:c0', 'or': [{'@id': 'urn:c0'}, {'@id': 'urn:c0'}]}]}";
        Answer answer = Asked.whole(policy.replace('\'', '"'), "{\"action\": \"use\", \"target\": \"urn:x\"}");
        assertThat(answer.permitted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | does not say its action",
                "{'action': 'use'} | does not say its target",
                "{'action': 'use', 'target': 'urn:x', 'at': 'soon'} | 'at' is not a moment: soon. Write it like",
                "{'action': 'use', 'target': 'urn:x', 'at': '2026-01-01'} | 'at' is not a moment",
                "{'action': 'use', 'target': 'urn:x', 'counts': {'count': 'many'}} | is not a number",
                "{'action': 'use', 'target': 'urn:x', 'context': []} | 'context' is not an object",
                "{'action': 'use', 'target': 'urn:x', 'context': {'spatial': {'a': 1}}} | is not a value",
                "{'action': 'use', 'target': 'urn:x', 'members': {'urn:c': [[]]}} | not a text",
                "{'action': 'use', 'target': {'a': 1}} | 'target' is not a text",
                "{'action': 'use', | not valid JSON",
            })
    void saysWhatIsWrongWithARequest(String json, String expected) {
        byte[] bytes = json.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Asked.problems(InquiryReader.read("request.json", bytes)))
                .contains("request.json:1:")
                .contains(expected);
    }
}
