// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeTest {
    @ParameterizedTest
    @ValueSource(strings = {"/data/lake", "file:/data/lake"})
    void pathsOfALocalLakeAreFolders(String root) {
        Lake lake = new Lake(root);
        assertThat(lake.folder(root)).isEqualTo(Path.of("/data/lake"));
        assertThat(lake.folder(lake.cells("usage"))).isEqualTo(Path.of("/data/lake/restricted/cells/usage"));
    }

    @Test
    void anObjectStoreIsToldWithWhatToDo() {
        Lake lake = new Lake("s3a://bucket/lake");
        assertThatThrownBy(() -> lake.folder(lake.decisions()))
                .isInstanceOf(LakeException.class)
                .hasMessageContainingAll("s3a://bucket/lake", "object store", "Mount it as a folder");
    }
}
