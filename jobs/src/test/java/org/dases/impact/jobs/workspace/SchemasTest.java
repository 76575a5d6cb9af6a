// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas are for people too: editors show their titles and offer their examples. */
class SchemasTest {
    @ParameterizedTest
    @ValueSource(strings = {"impact", "dataset", "table"})
    void areValidAgainstTheDraftThatTheyName(String kind) throws IOException {
        JsonSchema draft = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(draft.validate(schema(kind))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"impact", "dataset", "table"})
    void giveEachKeyATitleAndEachSettingAnExampleThatIsValid(String kind) throws IOException {
        List<String> flaws = new ArrayList<>();
        collect(schema(kind), schema(kind), "", flaws);

        assertThat(flaws).isEmpty();
    }

    private static void collect(JsonNode whole, JsonNode node, String at, List<String> flaws) {
        node.path("properties").properties().forEach(property -> {
            String place = at + "/" + property.getKey();
            JsonNode schema = property.getValue();
            if (schema.path("title").asText().isBlank()) {
                flaws.add(place + " has no title");
            }
            boolean block = schema.has("properties") && !schema.has("examples");
            if (!block && schema.path("examples").isEmpty()) {
                flaws.add(place + " has no example");
            }
            schema.path("examples").forEach(example -> {
                if (!accepts(whole, schema, example)) {
                    flaws.add(place + " does not accept its example " + example);
                }
            });
            collect(whole, schema, place, flaws);
        });
        if (node.has("items")) {
            collect(whole, node.get("items"), at + "[]", flaws);
        }
    }

    private static boolean accepts(JsonNode whole, JsonNode schema, JsonNode example) {
        ObjectNode alone = schema.deepCopy();
        if (whole.has("$defs")) {
            alone.set("$defs", whole.get("$defs"));
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(alone)
                .validate(example)
                .isEmpty();
    }

    private static JsonNode schema(String kind) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemasTest.class.getResourceAsStream(kind + ".schema.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }
}
