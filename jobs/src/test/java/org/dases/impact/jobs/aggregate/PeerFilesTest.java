// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cell for cell what the R package GaussSuppression 1.2.3 gives for singleton = "none", k = 10, zeros published. */
class PeerFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"s1k,1188", "s10k,11466"})
    void givesThePatternOfTheReferenceImplementation(String name, int cells) throws IOException {
        Path cases = cases();
        Path out = folder.resolve("out.csv");
        Called called = Called.with(
                "gate",
                cases.resolve(name + ".csv").toString(),
                cases.resolve(name + ".hier.json").toString(),
                "--k=10",
                "--singletons=off",
                "--repair=off",
                "--out",
                out.toString());
        assertThat(called.code()).as(called.err()).isZero();
        TreeMap<String, String> expected = new TreeMap<>();
        for (String line : lines(cases.resolve("peer-" + name + "-gauss-none.csv"))) {
            List<String> values = List.of(line.replace("\"", "").split(",", -1));
            String freq = values.get(6).equals("TRUE") ? "" : values.get(4);
            expected.put(
                    String.join(",", values.subList(0, 4)),
                    String.join(",", freq, values.get(5), values.get(6), "FALSE"));
        }
        TreeMap<String, String> found = new TreeMap<>();
        for (String line : lines(out)) {
            List<String> values = List.of(line.split(",", -1));
            found.put(String.join(",", values.subList(0, 4)), String.join(",", values.subList(4, 8)));
        }
        assertThat(found).hasSize(cells).isEqualTo(expected);
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    /** Folder of the cases beside the real data; the test is skipped where it does not exist. */
    static Path cases() {
        String data = Optional.ofNullable(System.getenv("IMPACT_REAL_DATA")).orElse("../../shared/data");
        Path folder = Path.of(data).resolveSibling("sdc-cases");
        assumeTrue(Files.isDirectory(folder), "no disclosure-control cases in " + folder);
        return folder;
    }
}
