// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Locale;

/** Our role in the contracts, in the words of the data space. */
public enum Role {
    /** Who hands data over. */
    DATA_PROVIDER,
    /** Who uses data. */
    DATA_USER,
    /** Who works between both. */
    DATA_INTERMEDIARY;

    /**
     * The word in files.
     *
     * @return for instance {@code data-user}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
