// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.List;

/**
 * A cohort without what readers know within it.
 *
 * @param cohort its number
 * @param parts cohorts within it that have nobody in common
 */
record Piece(int cohort, List<Integer> parts) {

    /** The whole cohort. */
    static Piece of(int cohort) {
        return new Piece(cohort, List.of());
    }
}
