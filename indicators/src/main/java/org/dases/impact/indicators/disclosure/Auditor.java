// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Collection;
import java.util.List;

/** Attacks a pattern by other means than it was made with, before anything is granted. */
interface Auditor {
    /**
     * What leaks, in words without numbers; empty if nothing was found.
     *
     * @param rows the rows of the series of its population
     */
    List<String> attack(Pattern pattern, Collection<SeriesRows> rows);
}
