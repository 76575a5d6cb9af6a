// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.function.Consumer;

/** Where facts lie. They are gone through as often as asked, without being kept. */
@FunctionalInterface
public interface FactPlaces {
    /**
     * Tells of every fact.
     *
     * @param place takes the node on each axis, in their order; the array may be another's next
     */
    void forEach(Consumer<int[]> place);
}
