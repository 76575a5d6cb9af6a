// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/** What a call of the command line gave. */
public record Called(int code, String out, String err) {
    /** Words of most English sentences of ours, and of no French one. */
    static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|is|are|was|of|with|not|nothing|its|it|does|do|cannot|may|forbids|permits|has|which|write|give|keep|name"
                    + "|correct|leave|begin|put)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * Calls.
     *
     * @param args arguments as on the command line
     * @return exit code and what was written
     */
    public static Called with(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(List.of(args), new PrintWriter(out), new PrintWriter(err));
        return new Called(code, out.toString(), err.toString());
    }

    /**
     * Calls in English and, where something is wrong with the input, in French too: that must say as much, in French.
     *
     * @param args arguments as on the command line, {@code --lang=en} among them
     * @return what was said in English
     */
    static Called inBothLanguages(List<String> args) {
        Called english = with(args.toArray(String[]::new));
        if (english.code() == ExitCode.CONFIGURATION.code()) {
            Called french = with(args.stream()
                    .map(each -> each.equals("--lang=en") ? "--lang=fr" : each)
                    .toArray(String[]::new));
            assertThat(french.code()).isEqualTo(english.code());
            assertThat(french.err().lines().count())
                    .isEqualTo(english.err().lines().count());
            assertThat(french.err()).doesNotContainPattern(ENGLISH);
        }
        return english;
    }
}
