// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More withheld cells than the attack can bound: a table of which nothing is shown, which is not to say it is safe. */
class UndecidedAuditTest {
    private static final int CODES = 72;

    @TempDir
    private Path folder;

    @Test
    void whatIsNotDecidedDoesNotEndAsSafe() throws IOException {
        StringBuilder cells = new StringBuilder("a,b,freq,suppressed\n");
        cells.append("Total,Total,%d,FALSE%n".formatted(CODES * CODES * 5));
        for (int code = 0; code < CODES; code++) {
            cells.append("a%d,Total,%d,FALSE%nTotal,b%d,%d,FALSE%n".formatted(code, CODES * 5, code, CODES * 5));
        }
        for (int inner = 0; inner < CODES * CODES; inner++) {
            cells.append("a%d,b%d,,TRUE%n".formatted(inner / CODES, inner % CODES));
        }
        String table = Files.writeString(folder.resolve("t.csv"), cells).toString();
        String trees = Files.writeString(
                        folder.resolve("h.json"), "{\"a\": %s, \"b\": %s}".formatted(tree("a"), tree("b")))
                .toString();
        Called audit = Called.with("audit", table, trees, "--k", "10", "--lang=en");
        assertThat(audit.out()).contains("Nothing was found that leaks; but not all was decided");
        assertThat(audit.code()).isEqualTo(4);
        assertThat(Called.with("audit", table, trees, "--k", "10", "--json").out())
                .contains("\"safe\" : false", "\"leaking\" : false");
    }

    private static String tree(String axis) {
        return IntStream.range(0, CODES)
                .mapToObj(code -> "\"" + axis + code + "\"")
                .collect(Collectors.joining(",", "{\"cols\": [\"" + axis + "\"], \"tree\": {\"Total\": [", "]}}"));
    }
}
