// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.dases.impact.indicators.disclosure.NestedTables;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.junit.jupiter.api.Test;

/** Why what was known under another name is held. */
class KnownUnderOtherNamesTest {
    private static final Series USERS = NestedTables.count("users", "event");
    private static final Series ACTIVE = NestedTables.count("active", "event");

    /** What insiders alone could know is held where it has moved by few, and where it has not moved. */
    @Test
    void theReasonSaysWhetherItMoved() {
        Ledger.Figure figure = Ledger.Figure.ofCount(
                        OptionalLong.of(30), true, List.of(Node.TOTAL), USERS, Ledger.Terms.UNKNOWN, Limits.NONE)
                .knownTo(Ledger.Reach.INSIDERS);
        OtherNames.Known known = new OtherNames.Known("1", figure);
        assertThat(known.reason(ACTIVE, 31)).isEqualTo(new PrimaryReason.Moved("1", "active", 30));
        assertThat(known.reason(ACTIVE, 30)).isEqualTo(new PrimaryReason.SecretUnmoved("1", "active"));
    }
}
