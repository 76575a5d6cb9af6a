// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dases.impact.indicators.canonical.Departement;

/** The directory of schools, with the column names of the national one, and the pupil lists of the académies. */
final class Registers {
    private static final String FIRST_DAY = "2025-09-01";

    private final long seed;
    private final List<School> schools;

    Registers(long seed, List<School> schools) {
        this.seed = seed;
        this.schools = schools;
    }

    void writeDirectory(Path file, Tally tally) {
        try (CsvFile csv = new CsvFile(
                file,
                StandardCharsets.UTF_8,
                true,
                false,
                tally,
                "Identifiant_de_l_etablissement",
                "Nom_etablissement",
                "Type_etablissement",
                "Statut_public_prive",
                "Code_departement",
                "Libelle_departement",
                "Code_academie",
                "Libelle_academie",
                "Code_region_academique",
                "Libelle_region_academique",
                "Appartenance_Education_Prioritaire",
                "Indice_de_position_sociale",
                "Ruralite",
                "Nombre_d_eleves")) {
            schools.forEach(school -> directoryRow(school, csv));
        }
    }

    private static void directoryRow(School school, CsvFile csv) {
        Departement at = school.departement();
        String type = school.lycee() ? "Lycée" : "Collège";
        csv.row(
                school.uai(),
                type + " fictif n° " + (school.index() + 1),
                type,
                school.isPrivate() ? "Privé" : "Public",
                at.code(),
                at.name(),
                at.academieCode(),
                at.academie(),
                at.regionCode(),
                at.region(),
                school.priority().equals("HORS") ? "" : school.priority(),
                school.index() % 37 == 36 ? "ND" : CsvFile.decimal(school.ips()),
                school.rural() ? "RURAL" : "URBAIN",
                school.enrolment());
    }

    /** One file per académie: {@code eleves-rennes.csv}. */
    void writePupils(Path folder, List<Pupil> pupils, Tally tally) {
        Map<String, List<Pupil>> byAcademie = pupils.stream()
                .collect(Collectors.groupingBy(
                        p -> schools.get(p.school()).departement().academie(), TreeMap::new, Collectors.toList()));
        byAcademie.forEach((academie, list) -> {
            try (CsvFile csv = new CsvFile(
                    folder.resolve("eleves-" + slug(academie) + ".csv"),
                    StandardCharsets.UTF_8,
                    false,
                    true,
                    tally,
                    "compte",
                    "uai",
                    "niveau",
                    "division",
                    "sexe",
                    "tranche_age",
                    "boursier",
                    "date_debut",
                    "date_fin")) {
                list.forEach(pupil -> pupilRows(pupil, csv));
            }
        });
    }

    /** One row, or two for a pupil who changes school. */
    private void pupilRows(Pupil pupil, CsvFile csv) {
        String account = Pupil.account(seed, pupil.index());
        boolean moves = pupil.movedTo() >= 0;
        String day = SchoolCalendar.date(Pupil.MOVE_DAY).toString();
        String dayBefore = SchoolCalendar.date(Pupil.MOVE_DAY - 1).toString();
        pupilRow(account, pupil, pupil.school(), FIRST_DAY, moves ? dayBefore : "", csv);
        if (moves) {
            pupilRow(account, pupil, pupil.movedTo(), day, "", csv);
        }
    }

    private void pupilRow(String account, Pupil pupil, int school, String from, String until, CsvFile csv) {
        csv.row(
                account,
                schools.get(school).uai(),
                pupil.levelName(),
                pupil.levelName() + (char) ('A' + pupil.classNumber() % 26),
                pupil.girl() ? "F" : "M",
                pupil.ageBand(),
                pupil.scholarship() ? "OUI" : "NON",
                from,
                until);
    }

    static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z]+", "-");
    }
}
