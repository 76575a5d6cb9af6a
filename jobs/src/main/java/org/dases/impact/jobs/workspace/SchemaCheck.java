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
import java.util.List;
import java.util.Objects;

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
                                .build());
    }

    private static JsonSchemaFactory factory() {
        JsonMetaSchema standard = JsonMetaSchema.getV202012();
        JsonMetaSchema ours = JsonMetaSchema.builder(standard.getIri(), standard)
                .keyword(new NonValidationKeyword("x-secret"))
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
     * Checks a part of a document.
     *
     * @param document the document
     * @param base pointer of the part; empty for the whole
     * @param problems what is wrong is added here
     * @return whether nothing was wrong
     */
    boolean check(YamlDocument document, String base, List<Problem> problems) {
        List<Problem> found = schema.validate(document.at(base)).stream()
                .map(message -> problem(document, base, message))
                .toList();
        problems.addAll(found);
        return found.isEmpty();
    }

    private Problem problem(YamlDocument document, String base, ValidationMessage message) {
        JsonNode parent = definition.at(parentOf(message.getSchemaLocation().getFragment()));
        Violation violation = new Violation(message, parent);
        String pointer = base + message.getInstanceLocation();
        if (violation.isAboutKey()) {
            return document.atKey(
                    YamlDocument.child(pointer, message.getProperty()), violation.text(), violation.fix());
        }
        return document.atValue(pointer, violation.text(), violation.fix());
    }

    /** The schema object that holds the violated keyword. */
    private static JsonPointer parentOf(JsonNodePath keyword) {
        return JsonPointer.compile(keyword.toString()).head();
    }
}
