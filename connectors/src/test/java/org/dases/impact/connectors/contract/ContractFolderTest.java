// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.USE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dases.impact.connectors.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractFolderTest {
    private static final String PERMISSION = "\"permission\": [" + USE + "]";

    @TempDir
    Path workspace;

    @Test
    void readsTheContractsAndReportsAllBrokenFilesTogether() throws IOException {
        write("a.json", SampleContracts.bilateral(PERMISSION));
        write("b.json", "{\"_id\":");
        write("c.json", SampleContracts.agreement(PERMISSION));
        write("d.json", "{}");
        write("notes.txt", "not a contract");
        ContractFolder folder = ContractFolder.read(workspace.resolve("contracts"));
        assertThat(folder.contracts().keySet()).containsExactly("contracts/a.json", "contracts/c.json");
        assertThat(folder.problems()).extracting(Problem::file).containsExactly("contracts/b.json", "contracts/d.json");
        assertThat(folder.find("urn:uuid:1")).isPresent();
        assertThat(folder.find("urn:uuid:2")).isEmpty();
    }

    @Test
    void usesNeitherOfTwoFilesThatClaimTheSameContract() throws IOException {
        write("a.json", SampleContracts.bilateral(PERMISSION));
        write("copy of a.json", SampleContracts.bilateral(PERMISSION).replace("signed", "revoked"));
        ContractFolder folder = ContractFolder.read(workspace.resolve("contracts"));
        assertThat(folder.find("urn:contract:a")).isEmpty();
        assertThat(folder.problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("contracts/copy of a.json:1:1: The contract urn:contract:a is also in contracts/a.json.");
    }

    @Test
    void reportsAFolderThatIsNotThere() {
        assertThat(ContractFolder.read(workspace.resolve("contracts")).problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("contracts:1:1: The folder cannot be read.");
    }

    private void write(String name, String json) throws IOException {
        Path contracts = Files.createDirectories(workspace.resolve("contracts"));
        Files.writeString(contracts.resolve(name), json);
    }
}
