// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a machine lacks is told like any other trouble, never as a stack trace. */
class ErrorsTest {
    /** A command that fails. */
    @Command(name = "fail")
    static final class Fail implements Callable<Integer> {
        private final Supplier<Error> error;

        Fail(Supplier<Error> error) {
            this.error = error;
        }

        @Override
        public Integer call() {
            throw error.get();
        }
    }

    static Called fail(Supplier<Error> error, Locale locale) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session = new Session(new PrintWriter(out), new PrintWriter(err), false, Messages.in(locale));
        CommandLine root = CommandTree.of(session).addSubcommand(new Fail(error));
        return new Called(root.execute("fail"), out.toString(), err.toString());
    }

    @Test
    void aLibraryThatCannotBeLoaded() {
        Called called = fail(() -> new UnsatisfiedLinkError("no jni in /library"), Locale.ENGLISH);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("A part of the program cannot be loaded on this machine (no jni in /library).")
                .hasLineCount(1);
    }

    /** A class that is missing is a broken installation, or a defect. */
    @Test
    void aClassThatIsMissing() {
        Called called = fail(() -> new NoClassDefFoundError("org/dases/Missing"), Locale.ENGLISH);
        assertThat(called.code()).isEqualTo(70);
        assertThat(called.err()).startsWith("This is a defect of the program (NoClassDefFoundError)");
    }

    /** A part of a table that was removed. */
    @Test
    void aFileThatIsMissing() {
        Called called = fail(
                () -> new LinkageError("", new FileNotFoundException("File file:/lake/part.parquet does not exist")),
                Locale.ENGLISH);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("A file that was there before is missing (File file:/lake/part.parquet does not exist).")
                .hasLineCount(1);
    }

    @Test
    void tooLittleMemory() {
        Called called = fail(OutOfMemoryError::new, Locale.FRENCH);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("Java n'a pas assez de mémoire pour cela.")
                .hasLineCount(1);
    }
}
