// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would do is said in the language of who asks, and what it would not do, too. */
class DryRunTest {
    @TempDir
    Path folder;

    @Test
    void noContractAllowsAnything() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("w"));
        for (String dataset : SmallSpace.DATASETS) {
            workspace.write(
                    "contracts/" + dataset + ".json",
                    SmallSpace.contract(dataset).replace(SmallSpace.US, "https://dases.example/participants/other"));
        }

        Called french = Called.with("run", workspace.folder().toString(), "--dry-run", "--lang", "fr");
        Called english = Called.with("run", workspace.folder().toString(), "--dry-run", "--lang", "en");

        assertThat(french.code()).isEqualTo(3);
        assertThat(french.out())
                .contains("laisserait de côté north :", "ne calculerait pas results : aucun jeu de données")
                .doesNotContain("The contract");
        assertThat(english.out())
                .contains("would leave out north:", "would not compute results: no dataset for it may be used")
                .doesNotContain("would compute");
    }
}
