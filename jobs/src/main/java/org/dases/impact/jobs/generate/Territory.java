// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.List;
import org.dases.impact.indicators.canonical.Departement;
import org.dases.impact.indicators.canonical.SchoolClock;

/**
 * Where made-up schools are: a département with the académie and the région académique it belongs to.
 *
 * @param departementCode for instance {@code 35}, {@code 2A} or {@code 974}
 * @param zone zone of the school holidays, A, B or C; empty overseas and in Corse
 * @param colleges number of real collèges, as a weight
 */
record Territory(
        String departementCode,
        String departement,
        String academieCode,
        String academie,
        String regionCode,
        String region,
        String zone,
        int colleges) {

    /** All 101 départements, in the order of their codes. */
    static List<Territory> all() {
        return Departement.all().stream().map(Territory::of).toList();
    }

    private static Territory of(Departement at) {
        return new Territory(
                at.code(),
                at.name(),
                at.academieCode(),
                at.academie(),
                at.regionCode(),
                at.region(),
                at.zone(),
                at.colleges());
    }

    /** Whether nearly everybody lives in a town: Paris and the three départements around it. */
    boolean urban() {
        return List.of("75", "92", "93", "94").contains(departementCode);
    }

    /** Name of the time zone that its schools live by. */
    String timeZone() {
        return SchoolClock.of(departementCode, "Europe/Paris");
    }
}
