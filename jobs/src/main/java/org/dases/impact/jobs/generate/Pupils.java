// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.ArrayList;
import java.util.List;

/** Draws the pupils of each school. Results follow the social position of the school, as they do in France. */
final class Pupils {
    private static final double MOVERS = 0.015;
    private static final double REPEATERS = 0.08;
    private static final int CLASS_SIZE = 26;

    private final long seed;
    private final List<School> schools;

    Pupils(long seed, List<School> schools) {
        this.seed = seed;
        this.schools = schools;
    }

    List<Pupil> draw() {
        List<Pupil> pupils = new ArrayList<>();
        for (School school : schools) {
            for (int i = 0; i < school.listed(); i++) {
                pupils.add(draw(pupils.size(), school));
            }
        }
        return List.copyOf(pupils);
    }

    /** The pupil of that number, who is in that school. */
    Pupil draw(int index, School school) {
        Dice dice = Dice.of(seed, "pupil", index);
        int level = school.lycee() ? Pupil.COLLEGE + dice.below(3) : dice.below(Pupil.COLLEGE);
        boolean girl = dice.chance(school.lycee() ? 0.53 : 0.49);
        int age = 11 + level + (dice.chance(REPEATERS) ? 1 : 0);
        boolean scholarship = dice.chance(clamp(0.27 - 0.011 * (school.ips() - 103), 0.04, 0.75));
        double ability = clamp(0.70 + 0.0042 * (school.ips() - 103) + 0.11 * dice.bell(), 0.15, 0.98);
        int levels = school.lycee() ? Pupil.LEVELS.length - Pupil.COLLEGE : Pupil.COLLEGE;
        int classes = Math.max(1, school.listed() / levels / CLASS_SIZE);
        int movedTo = dice.chance(MOVERS) ? otherSchool(school, dice) : -1;
        return new Pupil(
                index,
                school.index(),
                level,
                dice.below(classes),
                girl,
                ageBand(age),
                scholarship,
                (float) ability,
                movedTo);
    }

    private int otherSchool(School from, Dice dice) {
        for (int tries = 0; tries < 20; tries++) {
            School to = schools.get(dice.below(schools.size()));
            if (to.index() != from.index() && to.lycee() == from.lycee()) {
                return to.index();
            }
        }
        return -1;
    }

    private static String ageBand(int age) {
        if (age >= 18) {
            return "18+";
        }
        return age < 12 ? "10-11" : age < 14 ? "12-13" : age < 16 ? "14-15" : "16-17";
    }

    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
