// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether a text is one JSON object. Jackson's own messages quote the text, so none of them gets out. */
final class JsonCheck {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonCheck() {}

    /** Why the text is not one JSON object; null when it is. */
    static @Nullable String fault(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return "no JSON";
            }
            if (first != JsonToken.START_OBJECT) {
                boolean array = first == JsonToken.START_ARRAY;
                return array ? "a JSON array where an object is wanted" : "a JSON value where an object is wanted";
            }
            parser.skipChildren();
            if (!parser.hasToken(JsonToken.END_OBJECT)) {
                return "JSON that ends in the middle";
            }
            return parser.nextToken() == null ? null : "more than one JSON document";
        } catch (JsonEOFException e) {
            return "JSON that ends in the middle";
        } catch (StreamConstraintsException e) {
            return "JSON that is nested too deep or has too long a value";
        } catch (JsonProcessingException e) {
            return "not valid JSON";
        } catch (IOException e) {
            throw new IllegalStateException("reading from a text failed", e);
        }
    }
}
