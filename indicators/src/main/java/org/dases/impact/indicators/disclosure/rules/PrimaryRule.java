// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/** A reason why a cell is unsafe by itself. Cells in which nobody is are only asked about zeros. */
interface PrimaryRule {
    /** Whether the cell must not be printed. */
    boolean isBreached(Cell cell);
}
