// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

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
 * @param code for instance {@code 35}, {@code 2A} or {@code 974}
 * @param name official name
 * @param academieCode two digits
 * @param academie name of the académie
 * @param regionCode two digits
 * @param region name of the région académique
 * @param zone zone of the school holidays, A, B or C; empty overseas and in Corse
 * @param colleges number of real collèges
 */
public record Departement(
        String code,
        String name,
        String academieCode,
        String academie,
        String regionCode,
        String region,
        String zone,
        int colleges) {

    private static final String RESOURCE = "departements.csv";

    /**
     * All 101 départements.
     *
     * @return in the order of their codes
     */
    public static List<Departement> all() {
        try (InputStream in = Departement.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing from the build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Departement::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
        }
    }

    private static Departement parse(String line) {
        String[] field = line.split(";", -1);
        return new Departement(
                field[0], field[1], field[2], field[3], field[4], field[5], field[6], Integer.parseInt(field[7]));
    }
}
