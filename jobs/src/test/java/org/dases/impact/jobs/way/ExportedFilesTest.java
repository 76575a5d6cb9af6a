// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.Column;
import org.dases.impact.notebooks.Figure;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.Show;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run leaves files that say what its tables say, and a release with nothing new brings them back. */
class ExportedFilesTest {
    private static final String TABLE = "success_by_course";

    @TempDir
    private Path folder;

    @Test
    void filesSayWhatTheTablesSayAndComeBackWhenTheyAreLost() throws IOException {
        Called.with("init", folder.toString());
        TestWorkspace workspace = new TestWorkspace(folder);

        Called first = workspace.run();

        assertThat(first.code()).as(first.out() + first.err()).isZero();
        Path csv = workspace.lake().resolve("published/export/" + TABLE + ".csv");
        Path french = csv.resolveSibling(TABLE + "_excel-fr.csv");
        assertThat(first.out()).contains("As CSV files in " + csv.getParent());
        Figures table = workspace.published().table(TABLE);
        assertThat(table.rows()).anyMatch(row -> row.number("value").isPresent());
        assertThat(cells(csv, ",", ".")).isEqualTo(cells(table));
        assertThat(cells(french, ";", ",")).isEqualTo(cells(table));

        // As a run leaves them that was killed after its commit: one file missing, one of an earlier release.
        String whole = Files.readString(csv);
        Files.delete(csv);
        Files.writeString(french, Files.readString(french).replace("\n1;", "\n0;"));
        Called second = Called.with("release", folder.toString(), "--lang", "en");

        assertThat(second.code()).as(second.out() + second.err()).isZero();
        assertThat(second.out()).contains("Nothing new: release 1");
        assertThat(csv).hasContent(whole);
        assertThat(cells(french, ";", ",")).isEqualTo(cells(table));
    }

    /** A process without Spark, such as a dashboard, sees the numbers that Spark wrote. */
    @Test
    void anotherProcessSeesTheSameNumbers() throws IOException, InterruptedException {
        Called.with("init", folder.toString());
        TestWorkspace workspace = new TestWorkspace(folder);
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        Path zone = workspace.lake().resolve("published");
        String withoutSpark = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.contains("/org/apache/spark/"))
                .collect(Collectors.joining(File.pathSeparator));
        Path seen = folder.resolve("seen.csv");

        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        withoutSpark,
                        Show.class.getName(),
                        zone.toString(),
                        TABLE)
                .redirectOutput(seen.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(reader.waitFor()).isZero();
        List<String> columns = List.of(Files.readAllLines(seen).get(0).split(",", -1));
        List<List<Object>> written = new ArrayList<>();
        for (Row row : TestSpark.session()
                .read()
                .format("delta")
                .load(zone.resolve(TABLE).toString())
                .collectAsList()) {
            written.add(columns.stream()
                    .map(column -> row.<Object>getAs(column))
                    .map(cell -> cell(cell == null ? "" : cell.toString()))
                    .toList());
        }
        assertThat(written).isNotEmpty();
        assertThat(cells(seen, ",", ".")).containsExactlyInAnyOrderElementsOf(written);
    }

    /** Numbers as {@code Double}, all else as text; no cell of this table has a separator in it. */
    private static List<List<Object>> cells(Figures table) {
        List<List<Object>> rows = new ArrayList<>();
        for (Figure row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            for (Column column : table.columns()) {
                boolean number = column.kind() == Column.Kind.NUMBER || column.kind() == Column.Kind.WHOLE;
                String text = row.text(column.name());
                cells.add(number && !text.isEmpty() ? (Object) Double.valueOf(text) : text);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<Object>> cells(Path file, String separator, String point) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<List<Object>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<Object> cells = new ArrayList<>();
            for (String cell : line.split(separator, -1)) {
                Object number = cell(cell.replace(point, "."));
                cells.add(number instanceof Double ? number : cell);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object cell(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? (Object) Double.valueOf(text) : text;
    }
}
