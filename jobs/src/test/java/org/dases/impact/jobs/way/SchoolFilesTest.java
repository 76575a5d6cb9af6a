// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.workspace.RealData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The school files of the DEPP, on the whole way to the cells, against what it published of them. */
class SchoolFilesTest {
    private static final String INDICATOR = """
            - id: %s
              name: {fr: "Essai", en: "Trial"}
              definition: {fr: "Essai.", en: "Trial."}
              unit: %s
              over: school
              contributor: uai
              measure: %s
              sensitive: false
              version: "1.0.0"
              source: "DEPP"
            """;

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void findData() {
        data = RealData.folder(System.getenv());
        Assumptions.assumeTrue(
                Files.isDirectory(data),
                "the real data are not there: set IMPACT_REAL_DATA to their folder, or put it at ../shared/data");
    }

    /**
     * DEPP, Note d'information 23.16: the mean IPS of collèges, weighted by pupils, is 105, in public ones 101, in
     * private ones 121; 8 départements are below 95 and 12 above 110.
     */
    @Test
    void theIndexOfSocialPositionIsThePublishedOne() throws IOException {
        TestWorkspace workspace = workspace(
                "fr-depp/fr-en-ips-colleges-ap2022.csv",
                """
                      uai: uai
                      sector: upper(secteur)
                      academie: academie
                      departement: code_du_departement
                      ips: french_decimal(ips)
                      enrolment: cast(cast(effectifs as double) as int)
                """,
                INDICATOR.formatted(
                        "IPS", "points", "{ratio-of-sums: {numerator: \"ips * enrolment\", denominator: enrolment}}"),
                "IPS",
                "[territory, sector]");

        assertThat(Called.with("run", workspace.folder().toString(), "--until", "compute")
                        .code())
                .isZero();

        Dataset<Row> cells = workspace.restricted("cells/schools").where("period_kind = 'all'");
        Map<String, Long> sectors = values(cells.where("region_academique = '_T'"), "sector").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Math.round(each.getValue())));
        assertThat(sectors).containsEntry("_T", 105L).containsEntry("PUBLIC", 101L);
        assertThat(sectors.get("PRIVÉ SOUS CONTRAT")).isEqualTo(121L);
        Map<String, Double> departments =
                values(cells.where("sector = '_T' and departement not in ('_T', '_U')"), "departement");
        assertThat(departments.values()).filteredOn(ips -> ips < 95).hasSize(8);
        assertThat(departments.values()).filteredOn(ips -> ips > 110).hasSize(12);
    }

    /** Public collèges of Ille-et-Vilaine in the annuaire, counted with other tools: 55 outside, 6 REP, 1 REP+. */
    @Test
    void publicCollegesOfADepartmentByPriority() throws IOException {
        TestWorkspace workspace = workspace(
                "fr-dept35/fr-en-annuaire-education.csv",
                """
                      uai: Identifiant_de_l_etablissement
                      type: Type_etablissement
                      sector: Statut_public_prive
                      departement: Code_departement
                      rep: coalesce(blank_to_null(Appartenance_Education_Prioritaire), 'HORS')
                """,
                INDICATOR
                        .formatted("N", "count", "contributors")
                        .replace(
                                "contributor: uai",
                                "contributor: uai\n  where: \"type = 'Collège' and sector = 'Public' and departement = '35'\""),
                "N",
                "[priority_education]");

        assertThat(Called.with("run", workspace.folder().toString(), "--until", "compute")
                        .code())
                .isZero();

        assertThat(values(
                        workspace
                                .restricted("cells/schools")
                                .where("period_kind = 'all' and ep <> '_T' and rep <> '_T'"),
                        "rep"))
                .containsEntry("HORS", 55.0)
                .containsEntry("REP", 6.0)
                .containsEntry("REP+", 1.0);
    }

    private static Map<String, Double> values(Dataset<Row> cells, String by) {
        return cells.select(by, "value").collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getDouble(1)));
    }

    private TestWorkspace workspace(String file, String columns, String indicators, String indicator, String dimensions)
            throws IOException {
        Path home = folder.resolve("workspace");
        Called.with("init", home.toString());
        TestWorkspace workspace = new TestWorkspace(home);
        try (var old = Files.walk(home)) {
            for (Path each : old.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(each).toString();
                if (name.startsWith("datasets") || name.startsWith("tables") || name.startsWith("indicators")) {
                    Files.delete(each);
                }
            }
        }
        workspace.write("datasets/schools.yaml", """
                dataset: schools
                contract: urn:contract:example
                resource: https://edtech-a.example/resources/results
                provider: depp
                pseudonym-domain: fr-edu
                connector: file
                options: {path: "%s", format: csv, delimiter: ";", encoding: UTF-8}
                record: none
                tables:
                  school:
                    columns:
                %s
                screening:
                  allow:
                    - {column: Adresse_1, because: address of a school}
                    - {column: Adresse_2, because: address of a school}
                    - {column: Adresse_3, because: address of a school}
                    - {column: Telephone, because: telephone of a school}
                    - {column: Fax, because: telephone of a school}
                    - {column: Mail, because: address of a school}
                """.formatted(
                        data.resolve(file).toAbsolutePath().normalize(), columns.stripTrailing()));
        workspace.write("indicators/own.yaml", indicators);
        workspace.write("tables/schools.yaml", """
                table: schools
                title: {fr: "Établissements", en: "Schools"}
                audience: {fr: "Essai", en: "Trial"}
                indicators: [%s]
                dimensions: %s
                periods: [all]
                """.formatted(indicator, dimensions));
        return workspace;
    }
}
