// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.jobs.export.Export;
import org.dases.impact.jobs.export.ExportFormat;
import org.dases.impact.jobs.export.ExportedFile;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.RunLease;
import org.dases.impact.jobs.workspace.Suggestion;
import org.dases.impact.notebooks.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The last release as files; read from the published zone alone, without Spark. */
@Command(
        name = "export",
        description = "Write the tables of the last release as files, for those without a Delta reader.")
final class ExportCommand extends PlainCommand {
    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            descriptionKey = "export.table",
            description = "Write this table only; may be given several times; default: all tables.")
    List<String> tables = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            converter = FormatWord.class,
            descriptionKey = "export.format",
            description = "csv: commas and decimal points; excel-fr: semicolons and decimal commas; default: both.")
    List<ExportFormat> formats = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            descriptionKey = "export.out",
            description = "Folder to write, made when missing; default: 'export' in the published zone.")
    @Nullable Path out;

    @Mixin
    WaitOption wait = new WaitOption();

    @Override
    void run(Console console) {
        Lake lake = new Lake(workspace.read().lake());
        Path published = lake.publishedFolder();
        Path own = Export.folder(published);
        Path folder = out == null ? own : out.toAbsolutePath().normalize();
        Export export = Export.to(folder, published);
        if (folder.equals(own)) {
            // A run may end meanwhile: its files must not be replaced by those of the release before.
            RunLease lease = RunLease.take(lake, wait.duration(), Clock.systemUTC());
            try {
                write(export, folder, console);
            } finally {
                lease.close();
            }
        } else {
            write(export, folder, console);
        }
    }

    private void write(Export export, Path folder, Console console) {
        Release release = export.release();
        boolean all = tables.isEmpty() && formats.isEmpty() && out == null;
        List<ExportedFile> files = all ? export.heal() : export.write(release, tables(release), formats());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("release", release.id());
        result.put("folder", folder.toString());
        result.put("files", files.stream().map(ExportCommand::map).toList());
        console.json(result);
        for (ExportedFile each : files) {
            console.say(each.written() ? "export.written" : "export.kept", each.file());
        }
        console.say("export.done", release.id());
    }

    private Set<String> tables(Release release) {
        for (String table : tables) {
            if (!release.tableIds().contains(table)) {
                throw Failure.configuration("Release " + release.id() + " has no table '" + table + "'"
                        + Suggestion.hint(table, release.tableIds()) + ". Nothing was written. It has: "
                        + String.join(", ", release.tableIds()) + ".");
            }
        }
        return new LinkedHashSet<>(tables.isEmpty() ? release.tableIds() : tables);
    }

    private Set<ExportFormat> formats() {
        return new LinkedHashSet<>(formats.isEmpty() ? List.of(ExportFormat.values()) : formats);
    }

    private static Map<String, Object> map(ExportedFile file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("table", file.table());
        map.put("format", file.format().toString());
        map.put("path", file.file().toString());
        map.put("rows", file.rows());
        map.put("written", file.written());
        return map;
    }

    /** Formats by their words, not by the names they have in Java. */
    static final class FormatWord implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String word) {
            List<String> known =
                    Stream.of(ExportFormat.values()).map(ExportFormat::toString).toList();
            return Stream.of(ExportFormat.values())
                    .filter(each -> each.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no format '" + word + "'"
                            + Suggestion.hint(word, known) + ". There are: " + String.join(", ", known) + "."));
        }
    }
}
