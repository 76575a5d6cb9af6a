// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/** A cell that is not about one school needs several distinct ones (INSEE: 3). Does not apply where none is known. */
record DistinctSchools(int least) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        Long schools = cell.tally().contributors().schools();
        return !cell.oneSchool() && schools != null && schools < least;
    }
}
