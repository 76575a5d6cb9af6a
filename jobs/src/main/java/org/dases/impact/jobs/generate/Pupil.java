// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

/**
 * A made-up pupil, known by a pseudonymous account only; no name is ever drawn.
 *
 * @param level position in {@link #LEVELS}
 * @param ability chance of passing an exercise, in [0, 1]
 * @param movedTo index of the school changed to in the middle of the year, or −1
 */
record Pupil(
        int index,
        int school,
        int level,
        int classNumber,
        boolean girl,
        String ageBand,
        boolean scholarship,
        float ability,
        int movedTo) {

    static final String[] LEVELS = {"6e", "5e", "4e", "3e", "2nde", "1re", "Tle"};
    /** Levels before the lycée. */
    static final int COLLEGE = 4;
    /** The day on which those who change school do so, as days after 1 September: 2 March. */
    static final int MOVE_DAY = 182;

    String levelName() {
        return LEVELS[level];
    }

    /** The pseudonymous account that every provider knows the pupil by. */
    static String account(long seed, int index) {
        return Dice.of(seed, "pupil account", index).uuid();
    }

    /** The school on a day of the year. */
    int schoolOn(int day) {
        return movedTo >= 0 && day >= MOVE_DAY ? movedTo : school;
    }
}
