// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;

/**
 * A sum that nobody shall be able to compute from what is printed; but for those of the whole view, none where it is
 * known anyway.
 *
 * @param sum the sum
 * @param number its number in the whole view, where its owners alone may learn it from what they know besides; else
 *     {@link #NONE}
 * @param party the number of the one party that may not either; else {@link #NONE}, and all may
 */
record Secret(LinearSum sum, int number, int party) implements Serializable {
    static final int NONE = -1;

    /** One of the whole view. */
    static Secret of(LinearSum sum, int number) {
        return new Secret(sum, number, NONE);
    }

    /** What one party must not compute. */
    static Secret from(LinearSum sum, Party party) {
        return new Secret(sum, NONE, party.number());
    }

    /** What nobody must compute from what is printed alone. */
    static Secret derived(LinearSum sum) {
        return new Secret(sum, NONE, NONE);
    }

    /** Whether it is one of the whole view. */
    boolean isFirst() {
        return number != NONE;
    }

    /** The same of other unknowns. */
    Secret as(LinearSum other) {
        return new Secret(other, number, party);
    }
}
