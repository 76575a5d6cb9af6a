// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateBenchTest {
    @TempDir
    Path folder;

    /** F in a is 3: it takes the other sex and another code with it, round the square; all four stay hidden. */
    @Test
    void measuresATableAsTheGateTreatsIt() throws IOException {
        write("sex,x,freq\nF,a,3\nM,a,40\nF,b,50\nM,b,60\n");
        GateBench.Measured measured = new GateBench(folder, true, Workers.THREADS).measure("tiny", most(4));
        assertThat(measured.gate().cells()).isEqualTo(9);
        assertThat(measured.gate().primary()).isEqualTo(1);
        assertThat(measured.gate().suppressed()).isEqualTo(4);
        assertThat(measured.withoutRepair()).isEqualTo(4);
        assertThat(measured.audit().hidden()).isEqualTo(4);
        assertThat(measured.whole().wall()).isPositive();
        assertThat(measured.isMet()).isTrue();
        assertThat(new GateBench(folder, true, Workers.THREADS)
                        .measure("tiny", most(3))
                        .isMet())
                .isFalse();
        assertThat(measured.isInTime()).isTrue();
    }

    private static GateBench.Target most(long suppressed) {
        return new GateBench.Target(OptionalLong.of(suppressed), Optional.empty(), Optional.empty());
    }

    /** 6 s of processor time for elimination, 40 s in all. */
    @ParameterizedTest
    @CsvSource({"6, 40, true", "5, 40, false", "6, 39, false", "7, 41, true"})
    void saysWhetherATableWasInTime(long cpu, long whole, boolean isInTime) throws IOException {
        write("sex,x,freq\nF,a,30\nM,a,40\nF,b,50\nM,b,60\n");
        GateBench.Measured tiny = new GateBench(folder, true, Workers.THREADS).measure("tiny", GateBench.Target.SAFETY);
        GateBench.Measured measured = new GateBench.Measured(
                "tiny",
                tiny.gate(),
                0,
                tiny.audit(),
                new GateBench.Taken(Duration.ofSeconds(50), Duration.ofSeconds(6)),
                new GateBench.Taken(Duration.ofSeconds(40), Duration.ofSeconds(70)),
                new GateBench.Target(
                        OptionalLong.empty(),
                        Optional.of(Duration.ofSeconds(cpu)),
                        Optional.of(Duration.ofSeconds(whole))));

        assertThat(measured.isInTime()).isEqualTo(isInTime);
        assertThat(measured.isMet()).as("cells alone").isTrue();
    }

    @Test
    void saysWhyATableCannotBeMeasured() throws IOException {
        write("sex,x,freq\nF,a,-3\n");
        assertThatThrownBy(() -> new GateBench(folder, true, Workers.THREADS).measure("tiny", GateBench.Target.SAFETY))
                .isInstanceOf(GateBench.Unmeasured.class)
                .hasMessageContaining("tiny.csv:2:1: freq is negative");
        Called called = Called.with("bench", "gate", "--cases", folder.toString(), "--lang=en");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("Nothing was measured").contains("s1k.hier.json");
    }

    /** 120 places, 17 levels, 3 for the sexes, 2 solutions and 2 months with their totals. */
    @Test
    void makesUpATableOfTheCountry() throws IOException {
        new NationalCase(25_000, 7).write(folder, "one");
        new NationalCase(25_000, 7).write(folder, "two");
        new NationalCase(25_000, 8).write(folder, "three");
        List<String> lines = Files.readAllLines(folder.resolve("one.csv"));
        assertThat(lines).hasSize(1 + 101 * 12 * 2).isEqualTo(Files.readAllLines(folder.resolve("two.csv")));
        assertThat(lines).isNotEqualTo(Files.readAllLines(folder.resolve("three.csv")));
        long small = lines.stream()
                .skip(1)
                .mapToLong(line -> number(line, 7))
                .filter(count -> count > 0 && count < 10)
                .count();
        assertThat(small).isBetween(200L, 1200L);
        assertThat(lines.stream().skip(1))
                .allSatisfy(line ->
                        assertThat(number(line, 8)).isBetween(Math.min(1, number(line, 7)), number(line, 7)));
        assertThat(HierarchyFile.read(folder.resolve("one.hier.json")).<Double>match(Cube::size, problems -> -1.0))
                .isEqualTo(120 * 17 * 3 * 2 * 2);
    }

    private static long number(String line, int column) {
        return Long.parseLong(line.split(",", -1)[column]);
    }

    @Test
    void refusesTablesThatAreTooSmallOrTooLarge() {
        Called called = Called.with("bench", "gate", "--cells", "24999", "--lang=en");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("24,999").contains("25,000 to 4,000,000");
    }

    private void write(String cells) throws IOException {
        Files.writeString(folder.resolve("tiny.csv"), cells);
        Files.writeString(
                folder.resolve("tiny.hier.json"),
                "{\"sex\":{\"cols\":[\"sex\"],\"tree\":{\"Total\":[\"F\",\"M\"]}},"
                        + "\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\"]}}}");
    }
}
