// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints what a published lake holds, for programs and for checks: {@code Show LAKE [TABLE [RELEASE]] [--json]}. CSV
 * with a header, or one JSON object a line. Without a table it lists the releases. Exit code 0, or 2 with a message.
 */
public final class Show {
    private static final String USAGE = "usage: Show LAKE [TABLE [RELEASE]] [--json]";
    private static final List<String> LISTED =
            List.of("release_id", "released_at", "table_id", "path", "rows", "published", "withheld", "fingerprint");

    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;
    private final boolean asJson;

    private Show(PrintStream out, boolean asJson) {
        this.out = out;
        this.asJson = asJson;
    }

    /**
     * Prints to the standard output and ends the program.
     *
     * @param arguments the published lake, a table, a release, {@code --json}
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(arguments, out, System.err);
        out.flush();
        System.exit(code);
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Show show = new Show(out, words.remove("--json"));
        if (words.isEmpty() || words.size() > 3 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            err.println(USAGE);
            return 2;
        }
        try {
            PublishedLake lake = PublishedLake.at(Path.of(words.get(0)));
            if (words.size() == 1) {
                show.releases(lake);
            } else {
                show.table(lake, words.get(1), words.size() == 2 ? lake.latest() : lake.release(number(words.get(2))));
            }
            return 0;
        } catch (LakeException | NumberFormatException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static long number(String release) {
        try {
            return Long.parseLong(release);
        } catch (NumberFormatException e) {
            throw new NumberFormatException("'" + release + "' is not the number of a release; " + USAGE);
        }
    }

    private void releases(PublishedLake lake) {
        header(LISTED);
        for (Release release : lake.releases()) {
            for (ReleasedTable table : release.tables()) {
                line(
                        LISTED,
                        List.of(
                                release.id(),
                                release.releasedAt(),
                                table.id(),
                                table.folder(),
                                table.rows(),
                                table.published(),
                                table.withheld(),
                                table.fingerprint()));
            }
        }
    }

    private void table(PublishedLake lake, String tableId, Release release) {
        ReleasedRows rows = lake.rows(release, tableId);
        List<String> names = rows.layout().columns().stream().map(Column::name).toList();
        header(names);
        rows.each(figure -> {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String name : names) {
                cells.add(figure.cell(name));
            }
            line(names, cells);
        });
    }

    private void header(List<String> names) {
        if (!asJson) {
            out.println(String.join(",", names));
        }
    }

    private void line(List<String> names, List<? extends @Nullable Object> cells) {
        out.println(asJson ? jsonLine(names, cells) : csvLine(cells));
    }

    private String jsonLine(List<String> names, List<? extends @Nullable Object> cells) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            object.put(
                    names.get(i),
                    cell == null || cell instanceof Number || cell instanceof Boolean ? cell : cell.toString());
        }
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of text and numbers could not be written as JSON", e);
        }
    }

    private static String csvLine(List<? extends @Nullable Object> cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            String text = cell == null ? "" : cell.toString();
            texts.add(text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return String.join(",", texts);
    }
}
