// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that was released before, with a stricter repair or another one. */
class GateStricterTest {
    @TempDir
    Path folder;

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Called gate(String out, String cells, String... options) throws IOException {
        Files.writeString(at("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\"]}}}");
        Files.writeString(at("t.csv"), "x,freq\n" + cells);
        List<String> args = new ArrayList<>(
                List.of("gate", at("t.csv").toString(), at("h.json").toString(), "--k=10", "--lang=en", "--out"));
        args.add(at(out).toString());
        for (String option : options) {
            args.add(option.endsWith(".csv") ? "--previous=" + at(option) : option);
        }
        return Called.with(args.toArray(String[]::new));
    }

    /** Files of before do not say which attacker was reckoned with. */
    @Test
    void lessThanAnEarlierReleaseReckonedWithIsTold() throws IOException {
        String cells = "a,3\nb,12\nc,50\n";
        assertThat(gate("one.csv", cells, "--repair=strict").code()).isZero();
        String weaker = "one.csv was released with a stricter --repair: what it withheld (2 cells)";
        assertThat(gate("two.csv", cells, "one.csv", "--repair=on").err()).contains(weaker);
        assertThat(gate("two.csv", cells, "one.csv", "--repair=strict").err()).doesNotContain("stricter");
        Path restricted = at("one.csv.restricted");
        Files.writeString(restricted, Files.readString(restricted).replace(" attacker=bounds_above_zero", ""));
        Called called = gate("two.csv", cells, "one.csv", "--repair=on");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.err()).doesNotContain("stricter");
        gate("three.csv", cells, "--repair=strict", "--zeros=withhold");
        assertThat(gate("two.csv", cells, "three.csv", "--repair=on", "--zeros=withhold")
                        .err())
                .as("the same attacker where zeros are withheld")
                .doesNotContain("stricter");
        assertThat(gate("two.csv", cells, "three.csv", "--repair=off", "--zeros=withhold")
                        .err())
                .contains("three.csv was released with a stricter");
        gate("four.csv", "a,30\nb,12\nc,50\n", "--repair=strict");
        assertThat(gate("two.csv", "a,30\nb,12\nc,50\n", "four.csv", "--repair=on")
                        .err())
                .as("nothing was withheld")
                .doesNotContain("stricter");
    }
}
