// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void anAxisKnowsFromWhichDepthItIsAboutOneSchool() {
        Axis axis = new Axis("territory", true, OptionalInt.of(2));
        assertThat(axis.isOneSchool(Node.of("A"))).isFalse();
        assertThat(axis.isOneSchool(Node.of("A", "0350001A"))).isTrue();
        assertThat(new Axis("sex", true).isOneSchool(Node.of("F"))).isFalse();
        assertThatThrownBy(() -> new Axis(" ", true)).hasMessageContaining("name");
        assertThatThrownBy(() -> new Axis("a", true, OptionalInt.of(0))).hasMessageContaining("0");
    }
}
