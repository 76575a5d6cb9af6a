// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.jspecify.annotations.Nullable;

/** A body that knows the figures of its own learners. */
enum Owner {
    SCHOOL,
    PROVIDER;

    boolean isSingle(Contributors who) {
        Long count = count(who);
        return count != null && count == 1;
    }

    /** Whether it is told how many of them there are. */
    boolean isCounted(Contributors who) {
        return count(who) != null;
    }

    private @Nullable Long count(Contributors who) {
        return this == SCHOOL ? who.schools() : who.providers();
    }
}
