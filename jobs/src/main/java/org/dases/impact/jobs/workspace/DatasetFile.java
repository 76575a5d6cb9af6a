// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.connectors.screening.IdentifierKind;
import org.dases.impact.indicators.canonical.TableMapping;

/** Reads {@code datasets/NAME.yaml}. */
final class DatasetFile {
    private static final SchemaCheck SCHEMA = SchemaCheck.of("dataset");

    private DatasetFile() {}

    static Optional<Dataset> read(
            YamlDocument document, Connectors connectors, Variables variables, List<Problem> problems) {
        int before = problems.size();
        if (SCHEMA.check(document, "", problems)) {
            MappingCheck.check(document, problems);
        }
        JsonNode root = document.root();
        FileName.check(document, "dataset", problems);
        schemaOnlyWithJson(document, problems);
        connectors.check(document, problems);
        Optional<Map<String, Object>> options = variables.replaceIn(document, "/options", problems);
        if (problems.size() > before || options.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Dataset(
                root.get("dataset").asText(),
                root.get("contract").asText(),
                root.get("resource").asText(),
                root.get("provider").asText(),
                root.get("pseudonym-domain").asText(),
                root.get("connector").asText(),
                options.get(),
                allowed(root),
                RecordForm.valueOf(root.path("record").asText("none").toUpperCase(Locale.ROOT)),
                text(root, "schema"),
                tables(root.get("tables")),
                texts(root.path("quality").path("required")),
                text(root, "retention").map(Period::parse),
                text(root, "legal-basis"),
                withdrawals(root.path("withdrawals"))));
    }

    private static void schemaOnlyWithJson(YamlDocument document, List<Problem> problems) {
        boolean json = document.root().path("record").asText().equals("json");
        boolean schema = document.root().has("schema");
        if (json && !schema) {
            problems.add(document.atValue(
                    "/record",
                    "'record: json' needs the key 'schema', since JSON does not say its types",
                    "Add for example `schema: \"user STRING, score DOUBLE\"`."));
        }
        if (schema && !json) {
            problems.add(document.atKey(
                    "/schema", "'schema' is used only with 'record: json'", "Remove it, or write `record: json`."));
        }
    }

    private static List<AllowedColumn> allowed(JsonNode root) {
        List<AllowedColumn> allowed = new ArrayList<>();
        root.path("screening")
                .path("allow")
                .forEach(each -> allowed.add(new AllowedColumn(
                        each.get("column").asText(), each.get("because").asText(), kinds(each.path("kinds")))));
        return allowed;
    }

    private static Optional<WithdrawalList> withdrawals(JsonNode node) {
        return text(node, "path")
                .map(path -> new WithdrawalList(
                        path,
                        node.get("column").asText(),
                        text(node, "delimiter").orElse(",")));
    }

    /** The schema has let through no other words. */
    private static Set<IdentifierKind> kinds(JsonNode words) {
        return texts(words).stream()
                .map(word -> IdentifierKind.ofWord(word).orElseThrow())
                .collect(Collectors.toSet());
    }

    static Map<String, TableMapping> tables(JsonNode node) {
        Map<String, TableMapping> tables = new LinkedHashMap<>();
        node.properties().forEach(table -> {
            Map<String, String> columns = new LinkedHashMap<>();
            table.getValue()
                    .get("columns")
                    .properties()
                    .forEach(column ->
                            columns.put(column.getKey(), column.getValue().asText()));
            tables.put(table.getKey(), new TableMapping(text(table.getValue(), "from"), columns));
        });
        return tables;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }
}
