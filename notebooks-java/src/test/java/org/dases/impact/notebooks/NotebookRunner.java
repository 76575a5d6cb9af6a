// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * Executes the code cells of a notebook with the JDK's JShell, as a Java kernel in Jupyter does, and records what they
 * print and show. A cell's last value is shown; a drawing is shown as {@code image/svg+xml}.
 */
final class NotebookRunner {
    private final JsonMapper json = new JsonMapper();

    /** The same notebook with the outputs of this execution. */
    JsonNode run(JsonNode notebook) {
        JsonNode executed = notebook.deepCopy();
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), null)
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            int count = 0;
            for (JsonNode cell : executed.path("cells")) {
                if (cell.path("cell_type").asText().equals("code")) {
                    count++;
                    ((ObjectNode) cell).put("execution_count", count).set("outputs", outputs(shell, count, cell));
                }
            }
        }
        return executed;
    }

    private ArrayNode outputs(JShell shell, int count, JsonNode cell) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        ArrayNode outputs = json.createArrayNode();
        try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            SnippetEvent last = evaluate(shell, count, lines(cell.path("source")));
            captured.flush();
            if (printed.size() > 0) {
                outputs.addObject()
                        .put("output_type", "stream")
                        .put("name", "stdout")
                        .set("text", split(printed.toString(StandardCharsets.UTF_8)));
            }
            show(last, count, outputs);
        } finally {
            System.setOut(standard);
        }
        return outputs;
    }

    private SnippetEvent evaluate(JShell shell, int count, String source) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String remaining = source;
        SnippetEvent last = null;
        while (!remaining.isBlank()) {
            CompletionInfo next = analysis.analyzeCompletion(remaining);
            String code = next.completeness().isComplete() ? next.source() : remaining;
            for (SnippetEvent event : shell.eval(code)) {
                check(shell, count, event);
                last = event;
            }
            remaining = next.completeness().isComplete() ? next.remaining() : "";
        }
        if (last == null) {
            throw new IllegalStateException("cell " + count + " is empty");
        }
        return last;
    }

    private static void check(JShell shell, int count, SnippetEvent event) {
        String place = "cell " + count + ", '" + event.snippet().source().strip() + "': ";
        JShellException exception = event.exception();
        if (exception != null) {
            String kind = exception instanceof EvalException thrown ? thrown.getExceptionClassName() + ": " : "";
            throw new IllegalStateException(place + kind + exception.getMessage(), exception);
        }
        if (event.status() != Snippet.Status.VALID) {
            throw new IllegalStateException(place
                    + shell.diagnostics(event.snippet())
                            .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                            .collect(Collectors.joining("; ")));
        }
    }

    private void show(SnippetEvent last, int count, ArrayNode outputs) {
        Snippet snippet = last.snippet();
        String type;
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            type = ((VarSnippet) snippet).typeName();
        } else if (snippet instanceof ExpressionSnippet expression) {
            type = expression.typeName();
        } else {
            return;
        }
        boolean drawing = type.equals("Svg") || type.equals(Svg.class.getName());
        ObjectNode output = outputs.addObject();
        output.put("output_type", drawing ? "display_data" : "execute_result");
        output.putObject("metadata");
        output.putObject("data").set(drawing ? "image/svg+xml" : "text/plain", split(last.value()));
        if (!drawing) {
            output.put("execution_count", count);
        }
    }

    private static String lines(JsonNode source) {
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    /** As nbformat wants it: lines that keep their line end. */
    private ArrayNode split(String text) {
        ArrayNode lines = json.createArrayNode();
        for (String line : List.of(text.split("(?<=\n)"))) {
            lines.add(line);
        }
        return lines;
    }
}
