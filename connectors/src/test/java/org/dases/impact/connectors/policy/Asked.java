// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.jspecify.annotations.Nullable;

/** Puts requests to policies, both written as JSON. */
final class Asked {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SET =
            "{\"@context\": \"http://www.w3.org/ns/odrl.jsonld\", \"@type\": \"Set\", \"uid\": \"urn:p\"}";
    private static final String REQUEST = "{\"action\": \"read\", \"target\": \"urn:x\", \"assignee\": \"urn:alice\"}";

    private Asked() {}

    /** The answer of a Set with these members to a request with these beside or instead of the usual ones. */
    static Answer answer(String policy, @Nullable String request) throws JsonProcessingException {
        return whole(with(SET, policy), with(REQUEST, request == null ? "" : request));
    }

    static boolean permitted(String policy, @Nullable String request) throws JsonProcessingException {
        return answer(policy, request).permitted();
    }

    static Answer whole(String policy, String request) {
        return value(document(policy)).answer(value(InquiryReader.read("request.json", bytes(request))));
    }

    static Reading<PolicyDocument> document(String policy) {
        return PolicyDocument.read("policy.json", bytes(policy), Instant.EPOCH);
    }

    /** What keeps a policy from being read; a text without problems when nothing does. */
    static String problems(Reading<?> reading) {
        return reading.match(
                value -> "",
                problems -> String.join(
                        "\n", problems.stream().map(Problem::message).toList()));
    }

    private static <T> T value(Reading<T> reading) {
        return reading.match(value -> value, problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String whole, String members) throws JsonProcessingException {
        ObjectNode object = (ObjectNode) JSON.readTree(whole);
        object.setAll((ObjectNode) JSON.readTree("{" + members + "}"));
        return object.toString();
    }
}
