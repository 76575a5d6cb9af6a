// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dases.impact.jobs.export.Export;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.dases.impact.notebooks.ReleasedTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What has been published, read as any reader would, without Spark; but the ledger says why something was not. */
@Command(
        name = "releases",
        description =
                "List releases, show their tables, check their certificates, compare them and explain their cells.",
        subcommands = {
            ReleasesCommand.ListAll.class,
            ReleasesCommand.Show.class,
            VerifyCommand.class,
            WhyCommand.class,
            DiffCommand.class
        })
final class ReleasesCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    /** All releases, oldest first. */
    @Command(name = "list", description = "List all releases.")
    static final class ListAll extends PlainCommand {
        @Mixin
        WorkspaceArgument workspace = new WorkspaceArgument();

        @Override
        void run(Console console) {
            Path published = published(workspace.read());
            List<Release> releases = releases(published);
            console.json(releases.stream()
                    .map(release -> map(release, table -> Map.of()))
                    .toList());
            releases.forEach(release -> line(console, release));
            if (releases.isEmpty()) {
                console.say("releases.none", published);
            }
        }
    }

    /** One release with its tables. */
    @Command(name = "show", description = "Show the tables of a release: paths, rows, published and withheld cells.")
    static final class Show extends PlainCommand {
        @Mixin
        WorkspaceArgument workspace = new WorkspaceArgument();

        @Option(names = "--release", paramLabel = "N", description = "Number of the release; default: the last one.")
        @Nullable Long number;

        @Override
        void run(Console console) {
            Path published = published(workspace.read());
            List<Release> releases = releases(published);
            if (releases.isEmpty() && number == null) {
                console.json(Map.of("tables", List.of()));
                console.say("releases.none", published);
                return;
            }
            Release release = number == null
                    ? releases.get(releases.size() - 1)
                    : PublishedLake.at(published).release(number);
            console.json(map(release, table -> Map.of("export", exported(published, release, table))));
            line(console, release);
            release.tables().forEach(table -> {
                console.say(
                        "releases.table",
                        table.id(),
                        table.rows(),
                        table.published(),
                        table.withheld(),
                        table.folder());
                Export.showing(published, release.id(), table).forEach(file -> console.print("    " + file));
            });
        }
    }

    private static Path published(Workspace workspace) {
        return new Lake(workspace.lake()).publishedFolder();
    }

    private static List<Release> releases(Path published) {
        return PublishedLake.isAt(published) ? PublishedLake.at(published).releases() : List.of();
    }

    private static void line(Console console, Release release) {
        console.say(
                "releases.line",
                release.id(),
                release.releasedAt().toString(),
                release.tables().size(),
                release.tables().stream().mapToLong(ReleasedTable::published).sum(),
                release.tables().stream().mapToLong(ReleasedTable::withheld).sum());
    }

    private static List<String> exported(Path published, Release release, ReleasedTable table) {
        return Export.showing(published, release.id(), table).stream()
                .map(Path::toString)
                .toList();
    }

    private static Map<String, Object> map(Release release, Function<ReleasedTable, Map<String, Object>> more) {
        List<Object> tables = new ArrayList<>();
        for (ReleasedTable table : release.tables()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("table", table.id());
            each.put("path", table.folder().toString());
            each.put("rows", table.rows());
            each.put("published", table.published());
            each.put("withheld", table.withheld());
            each.putAll(more.apply(table));
            tables.add(each);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("release", release.id());
        map.put("released_at", release.releasedAt().toString());
        map.put("engine_version", release.engineVersion());
        map.put("tables", tables);
        return map;
    }
}
