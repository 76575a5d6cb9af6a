// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Looks at the paths and values of JSON documents. Elements of an array share the path of the array. */
final class JsonScreen {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DIGITS_OF_A_NUMBER = 13;

    private final JsonPath root;
    private final Deque<JsonPath> containers = new ArrayDeque<>();

    JsonScreen(ScreeningRules rules, Set<Finding> findings) {
        this.root = JsonPath.root(rules, findings);
    }

    void inspect(String document) {
        containers.clear();
        try (JsonParser parser = FACTORY.createParser(document)) {
            JsonPath at = root;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    at = containers.element().child(parser.currentName());
                } else if (token.isStructStart()) {
                    containers.push(at);
                } else if (token.isStructEnd()) {
                    at = containers.pop();
                    at = containers.isEmpty() ? at : containers.element();
                } else {
                    inspect(at, token, parser);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a record to be screened is not valid JSON"); // the cause quotes it
        }
    }

    private static void inspect(JsonPath at, JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            at.screen().judgeName();
            at.screen().inspect(parser.getText());
        } else if (token.isNumeric()) {
            at.screen().judgeName();
            if (parser.getTextLength() >= DIGITS_OF_A_NUMBER) {
                at.screen().inspect(parser.getText());
            }
        }
    }
}
