// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;

/** Whether a condition holds. What could not be found out is neither, and stays so through the logical operators. */
public enum Truth {
    /** It holds. */
    HELD,
    /** It does not hold. */
    NOT_HELD,
    /** It could not be found out. */
    UNKNOWN;

    static Truth of(boolean held) {
        return held ? HELD : NOT_HELD;
    }

    Truth negated() {
        return switch (this) {
            case HELD -> NOT_HELD;
            case NOT_HELD -> HELD;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Truth all(List<Truth> parts) {
        if (parts.contains(NOT_HELD)) {
            return NOT_HELD;
        }
        return parts.contains(UNKNOWN) ? UNKNOWN : HELD;
    }

    static Truth any(List<Truth> parts) {
        if (parts.contains(HELD)) {
            return HELD;
        }
        return parts.contains(UNKNOWN) ? UNKNOWN : NOT_HELD;
    }

    static Truth exactlyOne(List<Truth> parts) {
        long held = parts.stream().filter(HELD::equals).count();
        if (held > 1) {
            return NOT_HELD;
        }
        return parts.contains(UNKNOWN) ? UNKNOWN : of(held == 1);
    }
}
