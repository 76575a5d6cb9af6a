// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of thousands of millions beside some of a few, which the solver's numbers do not hold exactly. */
class LargeCountsTest {
    private static final String TREES = """
            {"a": {"cols": ["a"], "tree": {"Total": ["a0", "a1", "a2", "a3"]}},
             "b": {"cols": ["b"], "tree": {"Total": ["b0", "b1", "b2", "b3"]}},
             "c": {"cols": ["c"], "tree": {"Total": ["c0", "c1", "c2"]}}}
            """;

    /** By a, b and c. */
    private static final long[] COUNTS = {
        14L, 2_034_677_131L, 3L,
        13L, 13L, 10L,
        6L, 5_965_438_517L, 3L,
        7L, 12L, 4L,
        9L, 8L, 8L,
        12L, 3L, 5L,
        11L, 3L, 2L,
        14L, 8_577_541_833L, 1L,
        4L, 13L, 3L,
        2L, 2_421_983_968L, 12L,
        10L, 8L, 11L,
        11L, 1L, 9_729_882_779L,
        2L, 3L, 7L,
        13L, 0L, 0L,
        2_150_603_153L, 2_632_337_786L, 12L,
        11L, 0L, 9_341_418_307L
    };

    @TempDir
    private Path folder;

    @Test
    void whatTheGateMadeIsNoContradiction() throws IOException {
        StringBuilder cells = new StringBuilder("a,b,c,freq\n");
        for (int i = 0; i < COUNTS.length; i++) {
            cells.append("a%d,b%d,c%d,%d%n".formatted(i / 12, i / 3 % 4, i % 3, COUNTS[i]));
        }
        String in = Files.writeString(folder.resolve("in.csv"), cells).toString();
        String trees = Files.writeString(folder.resolve("h.json"), TREES).toString();
        String out = folder.resolve("out.csv").toString();
        assertThat(Called.with("gate", in, trees, "--k", "10", "--out", out, "--lang=en")
                        .code())
                .isZero();
        Called audit = Called.with("audit", out, trees, "--k", "10", "--lang=en");
        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }
}
