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
        return gateOf(out, "x,freq\n" + cells, options);
    }

    private Called gateOf(String out, String file, String... options) throws IOException {
        Files.writeString(at("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\"]}}}");
        Files.writeString(at("t.csv"), file);
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

    /**
     * a moved by 3 since it was told of 3 schools: its figure is shown again where 3 are enough, and not where 4 are
     * asked.
     */
    @Test
    void whatIsAskedBesideKHoldsForEarlierFiguresToo() throws IOException {
        String header = "x,freq,n_contrib,n_prov,top1\n";
        String before = header + "a,30,3,3,12\nb,40,5,5,12\nc,50,5,5,12\n";
        String now = header + "a,33,3,3,12\nb,40,5,5,12\nc,70,5,5,12\n";
        String[] asked = {"--singletons=off", "--schools=3", "--largest-school=80", "--providers=2"};
        assertThat(gateOf("one.csv", before, asked).code()).isZero();
        assertThat(Files.readAllLines(at("one.csv.restricted")).get(1))
                .contains(" schools=3 largest=80 providers=2 id=");

        gateOf("two.csv", now, "one.csv", "--singletons=off", "--schools=3", "--largest-school=80", "--providers=2");
        assertThat(Files.readAllLines(at("two.csv"))).contains("a,30,FALSE,FALSE,TRUE");
        for (String stricter : List.of("--schools=4", "--largest-school=79", "--providers=3")) {
            List<String> options = new ArrayList<>(List.of("one.csv", stricter));
            for (String option : asked) {
                if (!option.startsWith(stricter.substring(0, stricter.indexOf('=')))) {
                    options.add(option);
                }
            }
            Called called = gateOf("two.csv", now, options.toArray(String[]::new));
            assertThat(called.code()).as(called.err()).isZero();
            assertThat(Files.readAllLines(at("two.csv")))
                    .as(stricter)
                    .filteredOn(row -> row.startsWith("a,"))
                    .singleElement()
                    .asString()
                    .startsWith("a,,");
        }
    }

    /** Of a nothing is known; of b's 100 in two schools 50 are of the larger one, whatever the column says. */
    @Test
    void aLargestSchoolIsNoSmallerThanItCanBe() throws IOException {
        String cells = "x,freq,n_contrib,n_prov,top1\na,100,4,3,0\nb,100,2,3,1\nc,300,9,9,90\n";
        assertThat(gateOf("one.csv", cells, "--singletons=off", "--largest-school=40")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(at("one.csv")))
                .contains("a,,TRUE,TRUE,FALSE", "b,,TRUE,TRUE,FALSE", "c,300,FALSE,FALSE,FALSE");
    }

    /** Corrected tables have such figures. */
    @Test
    void figuresOfSchoolsThatContradictEachOtherAreTaken() throws IOException {
        String cells = "x,freq,n_contrib,n_prov,top1\na,100,1,3,20\nb,100,2,3,400\nc,300,2,9,90\n";
        assertThat(gateOf("one.csv", cells, "--singletons=off", "--largest-school=85")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(at("one.csv"))).contains("b,,TRUE,TRUE,FALSE");
    }
}
