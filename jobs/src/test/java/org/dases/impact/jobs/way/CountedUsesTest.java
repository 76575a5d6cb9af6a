// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that counts uses lets data be pulled as often as it says, and what was pulled be used. */
class CountedUsesTest {
    private static final String RULE = "{\"leftOperand\": \"singleProviderRelease\"";

    @TempDir
    private Path folder;

    @Test
    void aPullThatReadsIsAUseAndTheLastOneIsTheLast() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("space"));
        workspace.write(
                "contracts/south.json",
                counted("{\"leftOperand\": \"count\", \"operator\": \"lteq\"," + " \"rightOperand\": 2}, "));

        assertThat(workspace.call("pull").code()).isZero();
        assertThat(show(workspace)).contains("dataset: south; used: 1; limits: count lteq 2");

        // nothing new is read, so that it is no use
        assertThat(workspace.call("pull").code()).isZero();
        assertThat(show(workspace)).contains("used: 1");

        workspace.write("data/south/2.csv", workspace.read("data/south/1.csv").replace("M1", "M7"));
        assertThat(workspace.call("pull").code()).isZero();
        assertThat(show(workspace)).contains("used: 2");
        long landed = landed(workspace);

        workspace.write("data/south/3.csv", workspace.read("data/south/1.csv").replace("M1", "M8"));
        Called refused = workspace.run();
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).contains("its condition 'count lteq 2' does not hold for count 3");
        assertThat(landed(workspace)).isEqualTo(landed);
        // what was pulled by a use that was permitted is still used
        assertThat(workspace.publishedRows()).anyMatch(row -> row.contains("M7"));
        assertThat(log(workspace))
                .contains("This is use 1 of what the contract counts (count lteq 2)")
                .contains("This is use 2 of what the contract counts (count lteq 2)")
                .doesNotContain("This is use 3");
    }

    private static String counted(String condition) {
        String contract = SmallSpace.contract("south");
        assertThat(contract).contains(RULE);
        return contract.replace(RULE, condition + RULE);
    }

    private static String show(TestWorkspace workspace) {
        return Called.with(
                        "contracts",
                        "show",
                        "urn:contract:south",
                        "-w",
                        workspace.folder().toString(),
                        "--lang",
                        "en")
                .out();
    }

    private static String log(TestWorkspace workspace) {
        return Called.with("contracts", "log", workspace.folder().toString(), "--lang", "en")
                .out();
    }

    private static long landed(TestWorkspace workspace) throws IOException {
        try (Stream<Path> files = Files.walk(workspace.lake().resolve("restricted/landed/south"))) {
            return files.filter(each -> each.toString().endsWith(".parquet")).count();
        }
    }
}
