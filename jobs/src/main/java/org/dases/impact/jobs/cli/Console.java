// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import org.dases.impact.jobs.observe.Progress;

/** Where a command prints: results to {@code out}, progress and errors to {@code err}. */
final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean terminal;
    private final Messages messages;

    Console(PrintWriter out, PrintWriter err, boolean json, boolean terminal, Messages messages) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Whether a machine reads the output: then only {@link #json} prints to {@code out}. */
    boolean machine() {
        return json;
    }

    Messages messages() {
        return messages;
    }

    /** Prints a line for people; nothing when a machine reads. */
    void print(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    /** Prints a text of the bundle for people; nothing when a machine reads. */
    void say(String key, Object... arguments) {
        print(messages.text(key, arguments));
    }

    /** Prints a reason that the engine words, indented, in the language of who reads it. */
    void reason(String indent, String sentence) {
        print(indent + messages.said(sentence));
    }

    /** Prints a value as JSON when a machine reads; nothing for people. */
    void json(Object value) {
        if (json) {
            out.println(Json.text(value));
            out.flush();
        }
    }

    /** Prints a line to {@code err}. */
    void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** Keeps where a fault came from in the log, without any value of a record, and says so on {@code err}. */
    void fault(Throwable thrown) {
        Logs.keep(thrown, err, messages);
    }

    /** Shows steps on {@code err}. */
    Progress progress() {
        return new ConsoleProgress(err, terminal, messages);
    }

    /** Jackson is loaded only when JSON is asked for. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

        static String text(Object value) {
            try {
                return MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a result cannot be written as JSON: " + value.getClass(), e);
            }
        }
    }
}
