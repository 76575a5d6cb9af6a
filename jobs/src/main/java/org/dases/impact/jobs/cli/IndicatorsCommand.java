// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.catalogue.IndicatorsPage;
import org.dases.impact.indicators.catalogue.WholeDefinition;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.jobs.workspace.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The indicators and dimensions that tables can name. */
@Command(
        name = "indicators",
        description = "List indicators and show their definitions.",
        subcommands = {IndicatorsCommand.ListAll.class, IndicatorsCommand.Show.class, IndicatorsCommand.Docs.class})
final class IndicatorsCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    /** The workspace's catalogue; the built-in one outside of a workspace. */
    private static Catalogue catalogue(WorkspaceOption workspace) {
        boolean outside =
                workspace.folder.toString().isEmpty() && !Files.exists(workspace.folder.resolve("impact.yaml"));
        return outside ? Catalogue.builtIn() : workspace.read().catalogue();
    }

    private static String in(Console console, Text text) {
        return console.messages().locale().equals(Locale.FRENCH) ? text.fr() : text.en();
    }

    /** All indicators and dimensions. */
    @Command(name = "list", description = "List all indicators, built in and own, and the built-in dimensions.")
    static final class ListAll extends PlainCommand {
        @Mixin
        WorkspaceOption workspace = new WorkspaceOption();

        @Override
        void run(Console console) {
            Catalogue catalogue = catalogue(workspace);
            Map<String, Object> result = new LinkedHashMap<>();
            WholeDefinition definitions = new WholeDefinition(catalogue);
            result.put(
                    "indicators",
                    catalogue.indicators().stream().map(definitions::of).toList());
            result.put(
                    "dimensions",
                    catalogue.dimensions().stream().map(ListAll::dimension).toList());
            console.json(result);
            catalogue.indicators().forEach(each -> console.print(line(console, each)));
            console.print("");
            console.say("indicators.dimensions");
            for (Dimension each : catalogue.dimensions()) {
                console.print(String.format(
                        "  %-18s %s: %s", each.id(), in(console, each.label()), String.join(" > ", levels(each))));
            }
        }

        private static Map<String, Object> dimension(Dimension dimension) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("id", dimension.id());
            result.put("label", dimension.label());
            result.put("levels", levels(dimension));
            return result;
        }

        private static List<String> levels(Dimension dimension) {
            return dimension.levels().stream().map(Level::column).toList();
        }

        private static String line(Console console, Indicator each) {
            String line = String.format(
                    "%-8s %-8s %s", each.id(), each.unit().name().toLowerCase(Locale.ROOT), in(console, each.name()));
            String standing = each.isComputed() ? "indicators.unpublished" : "indicators.declared";
            return each.isPublishable()
                    ? line
                    : line + "  " + console.messages().text(standing);
        }
    }

    /** One indicator with all of its definition. */
    @Command(name = "show", description = "Show the definition of an indicator.")
    static final class Show extends PlainCommand {
        @Mixin
        WorkspaceOption workspace = new WorkspaceOption();

        @Parameters(
                index = "0",
                paramLabel = "ID",
                descriptionKey = "indicators.which",
                description = "Identifier of the indicator, for instance PR-02.")
        String id = "";

        @Override
        void run(Console console) {
            Catalogue catalogue = catalogue(workspace);
            Indicator indicator = catalogue.indicator(id).orElseThrow(() -> {
                List<String> known =
                        catalogue.indicators().stream().map(Indicator::id).toList();
                return Failure.configuration("There is no indicator '" + id + "'" + Suggestion.hint(id, known)
                        + ". `impact indicators list` shows all.");
            });
            Map<String, Object> whole = new WholeDefinition(catalogue).of(indicator);
            console.json(whole);
            console.print(indicator.id() + "  " + in(console, indicator.name()));
            console.print(in(console, indicator.definition()));
            whole.forEach((key, value) -> {
                if (!List.of("id", "name", "definition").contains(key)) {
                    console.print("  " + key + ": " + line(console, value));
                }
            });
        }

        private static String line(Console console, Object value) {
            if (value instanceof Text text) {
                return in(console, text);
            }
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : String.valueOf(value);
        }
    }

    /** The page docs/indicators.md. */
    @Command(name = "docs", description = "Print the catalogue as a page in Markdown, in French and English.")
    static final class Docs extends PlainCommand {
        @Mixin
        WorkspaceOption workspace = new WorkspaceOption();

        @Override
        void run(Console console) {
            String page = IndicatorsPage.of(catalogue(workspace));
            console.json(Map.of("markdown", page));
            console.print(page.stripTrailing());
        }
    }
}
