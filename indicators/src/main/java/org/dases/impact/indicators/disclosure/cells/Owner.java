// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import org.jspecify.annotations.Nullable;

/** A body that knows the figures of its own learners. */
public enum Owner {
    /** A school. */
    SCHOOL,
    /** A provider. */
    PROVIDER;

    /**
     * Whether it is the only one of its kind.
     *
     * @param who the contributors of a cohort
     * @return whether there is one; false where they are not counted
     */
    public boolean isSingle(Contributors who) {
        Long count = count(who);
        return count != null && count == 1;
    }

    /**
     * Whether it is told how many of them there are.
     *
     * @param who the contributors of a cohort
     * @return whether they are counted
     */
    public boolean isCounted(Contributors who) {
        return count(who) != null;
    }

    private @Nullable Long count(Contributors who) {
        return this == SCHOOL ? who.schools() : who.providers();
    }
}
