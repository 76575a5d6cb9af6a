// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import org.dases.impact.indicators.disclosure.cells.Contributors;

/** In a cell that is not about one school none may dominate (INSEE: 85 %). Does not apply where none is known. */
record LargestSchool(int percent) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        Contributors who = cell.tally().contributors();
        Long top = who.topSchool();
        return !cell.oneSchool() && top != null && 100 * top > percent * who.learners();
    }
}
