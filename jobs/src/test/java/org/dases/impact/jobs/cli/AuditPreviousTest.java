// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attacker who holds several releases of a table, on tables that can be checked by hand. */
class AuditPreviousTest {
    private static final String HIERARCHIES = "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\"]}}}";
    private static final String FIRST = table("Total,120,FALSE,FALSE", "a,50,FALSE,FALSE", "b,70,FALSE,FALSE");
    private static final String FROZEN = table("Total,143,FALSE,FALSE", "a,50,FALSE,TRUE", "b,,TRUE,FALSE");

    @TempDir
    private Path folder;

    private static String table(String... rows) {
        return "x,freq,suppressed,frozen\n" + String.join("\n", rows) + "\n";
    }

    /** The last release is attacked, the others are named as earlier ones. */
    private Called audit(List<String> releases, String... options) throws IOException {
        Files.writeString(folder.resolve("h.json"), HIERARCHIES);
        List<String> args = new ArrayList<>(List.of("audit"));
        for (int i = 0; i < releases.size(); i++) {
            Files.writeString(folder.resolve("r" + i + ".csv"), releases.get(i));
        }
        args.add(folder.resolve("r" + (releases.size() - 1) + ".csv").toString());
        args.addAll(List.of(folder.resolve("h.json").toString(), "--k", "10", "--lang=en"));
        for (int i = 0; i + 1 < releases.size(); i++) {
            args.addAll(List.of("--previous", folder.resolve("r" + i + ".csv").toString()));
        }
        args.addAll(List.of(options));
        return Called.inBothLanguages(args);
    }

    /** 50, then 53: three came. */
    @Test
    void twoCountsThatDifferByAFew() throws IOException {
        String second = table("Total,143,FALSE,FALSE", "a,53,FALSE,FALSE", "b,90,FALSE,FALSE");
        Called called = audit(List.of(FIRST, second));
        assertThat(called.code()).isEqualTo(4);
        assertThat(called.out())
                .contains("Printed by two releases as counts that differ by fewer than k = 10: 1.")
                .contains("  x=a\n")
                .doesNotContain("x=b", "50", "53", "Safe");
        assertThat(new ObjectMapper()
                        .readTree(audit(List.of(FIRST, second), "--json").out())
                        .get("differsByFewerThanK")
                        .toString())
                .isEqualTo("[[\"a\"]]");
        assertThat(audit(List.of(second)).code()).as("alone").isZero();
    }

    /** What did not move, what moved by ten and what shows the figure of before tell nothing. */
    @Test
    void countsThatAreTheSameOrFarApart() throws IOException {
        String second = table("Total,130,FALSE,FALSE", "a,50,FALSE,FALSE", "b,80,FALSE,FALSE");
        assertThat(audit(List.of(FIRST, second)).code()).isZero();
        Called frozen = audit(List.of(FIRST, FROZEN));
        assertThat(frozen.code()).isZero();
        assertThat(frozen.out()).contains("Safe, as far as was looked", "Not compared: groups of cells");
        assertThat(audit(List.of(FROZEN)).out()).doesNotContain("as far as was looked");
    }

    /** b was 70, by 120 less 50, in a release that withheld it; a was printed as 3. */
    @Test
    void earlierReleasesAreAttackedThemselves() throws IOException {
        String computed = table("Total,120,FALSE,FALSE", "a,50,FALSE,FALSE", "b,,TRUE,FALSE");
        String second = table("Total,160,FALSE,FALSE", "a,80,FALSE,FALSE", "b,80,FALSE,FALSE");
        Called found = audit(List.of(computed, second));
        assertThat(found.code()).isEqualTo(4);
        assertThat(found.out()).contains("adding and subtracting what is printed: 1.", "  x=b\n");

        String small = table("Total,73,FALSE,FALSE", "a,3,FALSE,FALSE", "b,70,FALSE,FALSE");
        Called printed = audit(List.of(small, second));
        assertThat(printed.code()).isEqualTo(4);
        assertThat(printed.out()).contains("Printed although below k = 10: 1.", "  x=a\n");
    }

    /** A row less, and a number beside the mark: both are said of earlier releases, too. */
    @Test
    void whatIsMissingInAnEarlierReleaseIsSaid() throws IOException {
        String second = table("Total,160,FALSE,FALSE", "a,80,FALSE,FALSE", "b,80,FALSE,FALSE");
        String first = table("Total,120,FALSE,FALSE", "a,50,TRUE,FALSE");
        assertThat(audit(List.of(first, second)).err())
                .contains("1 cell has no row")
                .contains("have a number all the same, which whoever gets this file reads: 1.");
    }

    /** Readers keep what they have: the first release told 50, the third tells 57. */
    @Test
    void aReleaseInBetweenHidesNothing() throws IOException {
        String third = table("Total,165,FALSE,FALSE", "a,57,FALSE,FALSE", "b,108,FALSE,FALSE");
        Called called = audit(List.of(FIRST, FROZEN, third));
        assertThat(called.code()).isEqualTo(4);
        assertThat(called.out()).contains("  x=a\n").doesNotContain("x=b");
    }

    /** Of the two earlier ones, too: whoever holds all of them has the difference. */
    @Test
    void earlierReleasesAreHeldAgainstEachOther() throws IOException {
        String second = table("Total,123,FALSE,FALSE", "a,,TRUE,FALSE", "b,,TRUE,FALSE");
        String third = table("Total,223,FALSE,FALSE", "a,110,FALSE,FALSE", "b,113,FALSE,FALSE");
        Called called = audit(List.of(FIRST, second, third));
        assertThat(called.code()).isEqualTo(4);
        assertThat(called.out()).contains("  x=Total\n").doesNotContain("x=a", "x=b");
    }

    @Test
    void aFrozenCellThatNobodyTold() throws IOException {
        Called other = audit(List.of(FIRST, FROZEN.replace("a,50", "a,51")));
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err().replace(folder.toString(), ""))
                .contains("r1.csv:1:1: A frozen cell shows another figure than was told last by the releases named")
                .doesNotContain("51");
        assertThat(other.out()).doesNotContain("51");

        String third = table("Total,165,FALSE,FALSE", "a,50,FALSE,TRUE", "b,,TRUE,FALSE");
        Called missing = audit(List.of(FROZEN, third));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("r0.csv:1:1").contains("the oldest first");
    }

    @Test
    void problemsOfFilesAndOptions() throws IOException {
        Called twice = audit(
                List.of(FIRST, FROZEN), "--previous", folder.resolve("r0.csv").toString());
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("r0.csv:1:1: It is named twice.");

        Called missing =
                audit(List.of(FIRST), "--previous", folder.resolve("none.csv").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("none.csv");

        Called lost = audit(List.of(FIRST.replace("a,50", "c,50"), FROZEN));
        assertThat(lost.code()).isEqualTo(2);
        assertThat(lost.err()).contains("r0.csv:3:1: Code c in column x is not in the tree");

        Called table = Called.inBothLanguages(List.of("audit", "t", "--previous", "a.csv", "--lang=en"));
        assertThat(table.code()).isEqualTo(2);
        assertThat(table.err()).contains("--previous");
    }
}
