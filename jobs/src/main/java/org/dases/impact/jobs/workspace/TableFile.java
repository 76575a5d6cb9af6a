// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;

/** Reads {@code tables/NAME.yaml} and finds the indicators and dimensions that it names. */
final class TableFile {
    /** Folders of the published zone: the log of releases, the exported files, the certificates. */
    private static final Set<String> TAKEN = Set.of("releases", "export", "certificates");

    private final SchemaCheck schema = SchemaCheck.of("table");
    private final Catalogue catalogue;
    private final List<Problem> problems;

    TableFile(Catalogue catalogue, List<Problem> problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    Optional<PublishedTable> read(YamlDocument document) {
        int before = problems.size();
        schema.check(document, "", problems);
        FileName.check(document, "table", problems);
        checkName(document);
        List<Indicator> indicators = indicators(document);
        checkPeriods(document);
        checkDimensions(document);
        if (problems.size() > before) {
            return Optional.empty();
        }
        JsonNode root = document.root();
        List<Dimension> dimensions = new ArrayList<>();
        root.get("dimensions").forEach(each -> dimensions.add(dimension(each)));
        List<PeriodKind> periods = new ArrayList<>();
        root.get("periods")
                .forEach(each -> periods.add(PeriodKind.valueOf(each.asText().toUpperCase(Locale.ROOT))));
        return Optional.of(new PublishedTable(
                root.get("table").asText(),
                text(root.get("title")),
                indicators,
                dimensions,
                periods.stream().sorted().toList(),
                root.has("minimum-contributors")
                        ? OptionalInt.of(root.get("minimum-contributors").asInt())
                        : OptionalInt.empty(),
                text(root.get("audience"))));
    }

    private List<Indicator> indicators(YamlDocument document) {
        JsonNode names = document.root().path("indicators");
        List<String> known = catalogue.indicators().stream().map(Indicator::id).toList();
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).asText();
            String pointer = "/indicators/" + i;
            catalogue
                    .indicator(name)
                    .ifPresentOrElse(
                            indicators::add,
                            () -> problems.add(document.atValue(
                                    pointer,
                                    "there is no indicator '" + name + "'" + Suggestion.hint(name, known),
                                    "`impact indicators list` shows all; own ones are written in indicators/*.yaml.")));
        }
        return indicators;
    }

    private void checkName(YamlDocument document) {
        String name = document.root().path("table").asText();
        if (TAKEN.contains(name)) {
            problems.add(document.atValue(
                    "/table",
                    "no table can be called '" + name
                            + "', since the published zone keeps something else under that name",
                    "Give it another name."));
        }
    }

    private void checkPeriods(YamlDocument document) {
        List<String> written = new ArrayList<>();
        document.root().path("periods").forEach(each -> written.add(each.asText()));
        if (written.contains("week") && written.contains("month")) {
            problems.add(document.atValue(
                    "/periods/" + written.indexOf("week"),
                    "weeks do not nest in months, so one table cannot have both",
                    "Keep one of them."));
        }
    }

    private void checkDimensions(YamlDocument document) {
        JsonNode dimensions = document.root().path("dimensions");
        List<String> known = catalogue.dimensions().stream().map(Dimension::id).toList();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            JsonNode written = dimensions.get(i);
            String pointer = "/dimensions/" + i;
            String name = written.asText();
            if (written.isTextual() && catalogue.dimension(name).isEmpty()) {
                problems.add(document.atValue(
                        pointer,
                        "there is no dimension '" + name + "'" + Suggestion.hint(name, known),
                        "Built in: " + String.join(", ", known)
                                + "; or write one in place with id, label and levels."));
            }
            for (String column : columns(written)) {
                if (columns.contains(column)) {
                    problems.add(document.atValue(
                            pointer, "two levels are published as column '" + column + "'", "Rename or remove one."));
                }
                columns.add(column);
            }
        }
    }

    private List<String> columns(JsonNode dimension) {
        List<String> columns = new ArrayList<>();
        if (dimension.isTextual()) {
            catalogue
                    .dimension(dimension.asText())
                    .ifPresent(builtIn -> builtIn.levels().forEach(level -> columns.add(level.column())));
        } else {
            dimension
                    .path("levels")
                    .forEach(level -> columns.add(level.path("column").asText()));
        }
        return columns;
    }

    private Dimension dimension(JsonNode node) {
        if (node.isTextual()) {
            return catalogue.dimension(node.asText()).orElseThrow();
        }
        List<Level> levels = new ArrayList<>();
        node.get("levels")
                .forEach(level -> levels.add(new Level(
                        level.get("column").asText(),
                        level.get("source").asText(),
                        Optional.ofNullable(level.get("expression")).map(JsonNode::asText))));
        return new Dimension(node.get("id").asText(), text(node.get("label")), levels);
    }

    private static Text text(JsonNode node) {
        return new Text(node.get("fr").asText(), node.get("en").asText());
    }
}
