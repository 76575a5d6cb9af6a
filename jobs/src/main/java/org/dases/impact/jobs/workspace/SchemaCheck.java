// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A JSON Schema (draft 2020-12) that documents are checked against; says what it finds in words and with places. */
final class SchemaCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode definition;
    private final JsonSchema schema;

    private SchemaCheck(JsonNode definition) {
        this.definition = definition;
        this.schema = factory()
                .getSchema(
                        definition,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static JsonSchemaFactory factory() {
        JsonMetaSchema standard = JsonMetaSchema.getV202012();
        JsonMetaSchema ours = JsonMetaSchema.builder(standard.getIri(), standard)
                .keyword(new NonValidationKeyword("x-secret"))
                .format(new CharsetFormat())
                .build();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(ours)
                .build();
    }

    /** The schema of one kind of workspace file: {@code impact}, {@code dataset} or {@code table}. */
    static SchemaCheck of(String kind) {
        try (InputStream in =
                Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(kind + ".schema.json"), kind)) {
            return new SchemaCheck(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a connector's options. */
    static SchemaCheck ofText(String text) {
        try {
            return new SchemaCheck(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a part of a document. A key that is missing is not told when it stands there mistyped, which is told.
     *
     * @param document the document
     * @param base pointer of the part; empty for the whole
     * @param problems what is wrong is added here
     * @return whether nothing was wrong
     */
    boolean check(YamlDocument document, String base, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Set<String> mistyped = new HashSet<>();
        Map<String, Violation> missing = new LinkedHashMap<>();
        for (ValidationMessage message : schema.validate(document.at(base))) {
            Violation violation = new Violation(
                    message, definition.at(parentOf(message.getSchemaLocation().getFragment())));
            String pointer = base + message.getInstanceLocation();
            violation.meant().ifPresent(key -> mistyped.add(YamlDocument.child(pointer, key)));
            if (violation.missing().isPresent()) {
                missing.put(YamlDocument.child(pointer, violation.missing().get()), violation);
            } else if (violation.isAboutKey()) {
                found.add(document.atKey(
                        YamlDocument.child(pointer, message.getProperty()), violation.text(), violation.fix()));
            } else {
                found.add(document.atValue(pointer, violation.text(), violation.fix()));
            }
        }
        missing.forEach((pointer, violation) -> {
            if (!mistyped.contains(pointer)) {
                String parent = pointer.substring(0, pointer.lastIndexOf('/'));
                found.add(document.atValue(parent, violation.text(), violation.fix()));
            }
        });
        problems.addAll(found);
        return found.isEmpty();
    }

    /** The schema object that holds the violated keyword. */
    private static JsonPointer parentOf(JsonNodePath keyword) {
        return JsonPointer.compile(keyword.toString()).head();
    }
}
