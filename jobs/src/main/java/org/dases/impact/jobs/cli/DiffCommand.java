// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.verify.CellChange;
import org.dases.impact.jobs.verify.CellChange.Kind;
import org.dases.impact.jobs.verify.TableDifference;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed from one release to another, from the published tables alone and without Spark. */
@Command(
        name = "diff",
        description =
                "Compare two releases: which cells changed, were frozen, withheld or told, and by how much in ranges.")
final class DiffCommand extends PlainCommand {
    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FROM",
            descriptionKey = "diff.from",
            description = "Number of the earlier release; default: the one before TO.")
    @Nullable Long from;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TO",
            descriptionKey = "diff.to",
            description = "Number of the later release; default: the last one.")
    @Nullable Long to;

    @Option(names = "--cells", descriptionKey = "diff.cells", description = "Name every cell that is not the same.")
    boolean cells;

    @Override
    void run(Console console) {
        Path published = new Lake(workspace.read().lake()).publishedFolder();
        List<Release> releases =
                PublishedLake.isAt(published) ? PublishedLake.at(published).releases() : List.of();
        if (releases.size() < 2) {
            throw Failure.configuration(console.messages().text("diff.one", releases.size()));
        }
        PublishedLake lake = PublishedLake.at(published);
        Release later = to == null ? releases.get(releases.size() - 1) : lake.release(to);
        Release earlier = from == null ? before(console, releases, later) : lake.release(from);
        if (earlier.id() == later.id()) {
            throw Failure.configuration(console.messages().text("diff.itself", later.id()));
        }
        if (earlier.id() > later.id()) {
            throw Failure.configuration(console.messages().text("diff.order", earlier.id(), later.id()));
        }
        Map<String, List<CellChange>> changes = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(later.tableIds());
        names.retainAll(earlier.tableIds());
        names.forEach(table -> changes.put(table, changes(lake, table, earlier, later)));
        List<String> added = without(later.tableIds(), earlier.tableIds());
        List<String> gone = without(earlier.tableIds(), later.tableIds());
        console.json(json(earlier, later, changes, added, gone));
        console.say("diff.releases", earlier.id(), later.id());
        changes.forEach((table, each) -> tell(console, table, each));
        added.forEach(table -> console.say("diff.added", table));
        gone.forEach(table -> console.say("diff.gone", table));
    }

    private static Release before(Console console, List<Release> releases, Release later) {
        int index = releases.indexOf(later);
        if (index < 1) {
            throw Failure.configuration(console.messages().text("diff.first", later.id()));
        }
        return releases.get(index - 1);
    }

    private static List<CellChange> changes(PublishedLake lake, String table, Release earlier, Release later) {
        Figures before = lake.table(table, earlier.id());
        Figures after = lake.table(table, later.id());
        return TableDifference.between(before, after);
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private void tell(Console console, String table, List<CellChange> changes) {
        console.say("diff.table", table, changes.size());
        count(changes).forEach((kind, number) -> console.say("diff." + kind, number));
        if (cells) {
            changes.stream().filter(DiffCommand::differs).forEach(each -> console.print("    " + text(console, each)));
        }
    }

    private static boolean differs(CellChange change) {
        return change.kind() != Kind.SAME && change.kind() != Kind.SECRET;
    }

    private static String text(Console console, CellChange change) {
        String kind = console.messages().text("diff.cell." + change.kind());
        String extent = change.extent()
                .map(each -> ", " + console.messages().text("diff.extent." + each))
                .orElse("");
        return change.place() + ": " + kind + extent;
    }

    private static Map<Kind, Integer> count(List<CellChange> changes) {
        Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);
        changes.forEach(change -> numbers.merge(change.kind(), 1, Integer::sum));
        return numbers;
    }

    private Map<String, Object> json(
            Release earlier,
            Release later,
            Map<String, List<CellChange>> changes,
            List<String> added,
            List<String> gone) {
        List<Object> tables = new ArrayList<>();
        changes.forEach((table, each) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("table", table);
            count(each).forEach((kind, number) -> json.put(word(kind), number));
            if (cells) {
                json.put(
                        "cells",
                        each.stream()
                                .filter(DiffCommand::differs)
                                .map(DiffCommand::json)
                                .toList());
            }
            tables.add(json);
        });
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", earlier.id());
        json.put("to", later.id());
        json.put("tables", tables);
        json.put("tables_added", added);
        json.put("tables_gone", gone);
        return json;
    }

    private static Map<String, Object> json(CellChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell", change.place());
        json.put("change", word(change.kind()));
        change.extent().ifPresent(extent -> json.put("extent", word(extent)));
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
