// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.List;

/**
 * An EdTech product. Few have most of the learners.
 *
 * @param reach share of the schools of its levels that use it
 * @param uptake share of the pupils there that use it
 * @param intensity how often, compared with the others
 * @param girls weight of girls compared with boys
 * @param video films with some questions, else exercises
 */
record Solution(
        String id,
        String provider,
        int firstLevel,
        int lastLevel,
        double reach,
        double uptake,
        double intensity,
        double girls,
        boolean video) {

    /** Exercises or films per level. */
    static final int RESOURCES = 40;

    private static final List<Solution> ALL = List.of(
            new Solution("calcul-plus", "edtech-a", 0, 5, 0.86, 0.72, 1.5, 0.97, false),
            new Solution("lecture-active", "edtech-a", 0, 3, 0.5, 0.6, 1.0, 1.12, false),
            new Solution("labo-sciences", "edtech-a", 4, 6, 0.22, 0.35, 0.6, 1.0, false),
            new Solution("langues-vives", "edtech-b", 0, 6, 0.6, 0.5, 1.1, 1.08, true),
            new Solution("atelier-code", "edtech-b", 2, 5, 0.25, 0.3, 0.9, 0.72, false),
            new Solution("cap-orientation", "edtech-b", 3, 6, 0.18, 0.28, 0.4, 1.05, true));

    static List<Solution> of(String provider) {
        return ALL.stream().filter(s -> s.provider().equals(provider)).toList();
    }

    static List<Solution> all() {
        return ALL;
    }

    boolean suits(Pupil pupil) {
        return pupil.level() >= firstLevel && pupil.level() <= lastLevel;
    }
}
