// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PermittedTest {
    private static final Permitted NOTHING = new Permitted(new TreeMap<>(), Map.of(), Map.of(), Map.of());

    @Test
    void noDatasetPermitsNoFigureAboutASingleProvider() {
        assertThat(NOTHING.singleProviderRelease(List.of())).isFalse();
    }

    @Test
    void asksNoContractThatWasNotPermitted() {
        assertThatThrownBy(() -> NOTHING.minimumCohortSize(List.of("lms-a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lms-a");
    }
}
