// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import org.dases.impact.indicators.canonical.Departement;
import org.dases.impact.indicators.canonical.SchoolClock;

/**
 * A made-up school.
 *
 * @param index position in the directory
 * @param lycee a lycée (2nde to Tle), else a collège (6e to 3e)
 * @param priority {@code REP+}, {@code REP} or {@code HORS}; only public collèges are in priority education
 * @param ips social position index; the mean of French collèges is 103
 * @param enrolment pupils of the whole school, of whom a part is on the lists
 * @param listed pupils on the lists
 */
record School(
        int index,
        String uai,
        Departement departement,
        boolean lycee,
        boolean isPrivate,
        String priority,
        double ips,
        boolean rural,
        int enrolment,
        int listed) {

    /** Name of the time zone that it lives by. */
    String timeZone() {
        return SchoolClock.of(departement.code(), "Europe/Paris");
    }
}
