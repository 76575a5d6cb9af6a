// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * One pupil's use of one solution over the year.
 *
 * @param rate expected sessions on an ordinary Monday, before scaling to the number of records wanted
 * @param from first day of use
 * @param until day from which it is not used any more
 */
record Adoption(Pupil pupil, Solution solution, float rate, int from, int until) {

    /** Draws who uses what: first the schools that bought a solution, then their pupils. */
    static List<Adoption> draw(long seed, List<School> schools, List<Pupil> pupils, Solution solution) {
        List<Adoption> adoptions = new ArrayList<>();
        boolean[] bought = new boolean[schools.size()];
        for (School school : schools) {
            double reach = solution.reach() * (school.rural() ? 0.85 : 1) * (school.isPrivate() ? 0.9 : 1);
            bought[school.index()] = Dice.of(seed, "school uses " + solution.id(), school.index())
                    .chance(reach);
        }
        for (Pupil pupil : pupils) {
            Dice dice = Dice.of(seed, "pupil uses " + solution.id(), pupil.index());
            double uptake = solution.uptake() * (pupil.girl() ? solution.girls() : 1);
            if (bought[pupil.school()] && solution.suits(pupil) && dice.chance(Math.min(1, uptake))) {
                adoptions.add(drawUse(pupil, solution, dice));
            }
        }
        return adoptions;
    }

    private static Adoption drawUse(Pupil pupil, Solution solution, Dice dice) {
        double eager = 0.35 + 1.9 * dice.unit() * dice.unit() * 2;
        int from = dice.chance(0.7) ? dice.below(30) : dice.below(200);
        int until =
                dice.chance(0.25) ? Math.min(SchoolCalendar.DAYS, from + 14 + dice.below(160)) : SchoolCalendar.DAYS;
        double girls = pupil.girl() ? solution.girls() : 1;
        return new Adoption(pupil, solution, (float) (solution.intensity() * eager * girls), from, until);
    }
}
