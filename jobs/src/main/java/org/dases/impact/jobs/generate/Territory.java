// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A département with the académie and the région académique it belongs to.
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

    private static final String RESOURCE = "departements.csv";

    /** All 101 départements, in the order of their codes. */
    static List<Territory> all() {
        try (InputStream in = Territory.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing from the build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Territory::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Territory parse(String line) {
        String[] field = line.split(";", -1);
        return new Territory(
                field[0], field[1], field[2], field[3], field[4], field[5], field[6], Integer.parseInt(field[7]));
    }

    /** Whether nearly everybody lives in a town: Paris and the three départements around it. */
    boolean urban() {
        return List.of("75", "92", "93", "94").contains(departementCode);
    }

    /** Name of the time zone that its schools live by. */
    String timeZone() {
        return switch (departementCode) {
            case "971" -> "America/Guadeloupe";
            case "972" -> "America/Martinique";
            case "973" -> "America/Cayenne";
            case "974" -> "Indian/Reunion";
            case "976" -> "Indian/Mayotte";
            default -> "Europe/Paris";
        };
    }
}
