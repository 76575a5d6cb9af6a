// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.SparkStart;
import org.dases.impact.jobs.release.WithheldCell;
import org.dases.impact.jobs.workspace.Suggestion;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a cell of a release was withheld, from the restricted ledger. */
@Command(
        name = "explain",
        description = "Say why a cell of a release was withheld, in ranges. The answer is not for publication.")
final class WhyCommand extends PlainCommand {
    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "TABLE", descriptionKey = "why.table", description = "A published table.")
    String table = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "COLUMN=CODE,COLUMN=CODE",
            descriptionKey = "why.cell",
            description =
                    "The cell by its columns; what is not named is the total. Write a finer column with those above it.")
    @Nullable String cell;

    @Option(
            names = "--period",
            paramLabel = "YEAR",
            descriptionKey = "why.period",
            description =
                    "School year as in 2023-2024, or 2023-2024/MONTH:2023-10-01; default: the row over all periods,"
                            + " if the table has one.")
    @Nullable String period;

    @Option(
            names = "--release",
            paramLabel = "N",
            descriptionKey = "why.release",
            description = "Number of the release; default: the last one.")
    @Nullable Long number;

    @Override
    void run(Console console) {
        Workspace read = workspace.read();
        Lake lake = new Lake(read.lake());
        if (!PublishedLake.isAt(lake.publishedFolder())) {
            throw Failure.configuration(console.messages().text("releases.none", lake.publishedFolder()));
        }
        PublishedLake published = PublishedLake.at(lake.publishedFolder());
        Release release = number == null ? published.latest() : published.release(number);
        Map<String, String> codes = cell == null ? Map.of() : AskedCodes.of(console, cell);
        checkColumns(console, read, codes);
        tell(console, release, codes, cells(lake, release, codes));
    }

    private void checkColumns(Console console, Workspace read, Map<String, String> codes) {
        List<String> names =
                read.tables().stream().map(PublishedTable::id).sorted().toList();
        PublishedTable definition = read.tables().stream()
                .filter(each -> each.id().equals(table))
                .findFirst()
                .orElseThrow(() -> Failure.configuration(
                        console.messages().text("why.noTable", table + Suggestion.hint(table, names))));
        TreeSet<String> columns = new TreeSet<>();
        definition
                .dimensions()
                .forEach(each -> each.levels().stream().map(Level::column).forEach(columns::add));
        for (String column : codes.keySet()) {
            if (!columns.contains(column)) {
                throw Failure.configuration(console.messages()
                        .text(
                                "why.noColumn",
                                table,
                                column + Suggestion.hint(column, columns),
                                String.join(", ", columns)));
            }
        }
    }

    private List<WithheldCell> cells(Lake lake, Release release, Map<String, String> codes) {
        boolean lent = SparkStart.isStarted();
        SparkSession spark = SparkStart.session("explain");
        try {
            return WithheldCell.find(spark, lake, release.id(), table, codes, Optional.ofNullable(period));
        } finally {
            if (!lent) {
                spark.stop();
            }
        }
    }

    private void tell(Console console, Release release, Map<String, String> codes, List<WithheldCell> cells) {
        if (cells.isEmpty()) {
            throw Failure.configuration(console.messages().text("why.noCell", release.id(), table));
        }
        List<Object> json = new ArrayList<>();
        console.say("why.cell.of", release.id(), table, codes.isEmpty() ? "_T" : String.valueOf(cell));
        for (WithheldCell each : cells) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("indicator", each.indicator());
            one.put("told", each.told());
            one.put("reasons", each.reasons().stream().map(Enum::name).toList());
            json.add(one);
            String key = each.told() ? "told" : each.reasons().isEmpty() ? "follows" : "withheld";
            console.say("why." + key, each.indicator());
            each.reasons()
                    .forEach(reason ->
                            console.print("    - " + console.messages().text("why.reason." + reason)));
        }
        console.json(Map.of("release", release.id(), "table", table, "indicators", json));
    }
}
