// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.file.Workspace.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.dases.impact.connectors.file.FileConnector;
import org.dases.impact.connectors.screening.Allowed;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.screening.IdentifierKind;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SignedContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published files of domain.md; figures are those of their own descriptions and of counting their lines. */
class RealDataTest {
    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private Lake lake = new Lake(Path.of(""));

    @BeforeEach
    void findData() {
        data = Stream.of(System.getenv().getOrDefault("IMPACT_REAL_DATA", ""), "../../shared/data", "../shared/data")
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place).toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of(""));
        Assumptions.assumeTrue(
                !data.toString().isEmpty(),
                "the real data are not there: set IMPACT_REAL_DATA to their folder, or put it at ../shared/data");
        lake = new Lake(folder.resolve("lake"));
    }

    @Test
    void landsAllStatementsOfFunMooc() {
        LandingReport report = Lake.report(land("fun-xapi/*.jsonl.gz", "jsonl"));

        assertThat(report.records()).isEqualTo(22_000);
        assertThat(report.rejected()).isZero();
        assertThat(report.commits()).isEqualTo(1);
        assertThat(lake.records("traces").count()).isEqualTo(22_000);
    }

    @Test
    void landsTheEightSoundExamplesOfDasesAndRejectsTheFourBrokenOnesInOneCommit() {
        LandingReport report = Lake.report(land("dases-lms-examples/*.json", "json"));

        assertThat(report.records()).isEqualTo(8);
        assertThat(report.rejected()).isEqualTo(4);
        assertThat(report.reasons()).containsExactly(Map.entry("not valid JSON", 4L));
        assertThat(report.commits()).isEqualTo(1);
    }

    @Test
    void landsTheTablesOfOulad() {
        LandingReport report = Lake.report(land("oulad/student{Info,Assessment,Registration}.csv", "csv"));

        assertThat(report.records()).isEqualTo(32_593 + 173_912 + 32_593);
        assertThat(report.rejected()).isZero();
        assertThat(lake.records("traces").where("final_result = 'Pass'").count())
                .isEqualTo(12_361);
        assertThat(lake.records("traces")
                        .where("_slice = 'studentAssessment.csv' and score is null")
                        .count())
                .isEqualTo(173);
    }

    /** Records are lines less the header; none of these files has line ends in quotes. */
    @ParameterizedTest
    @CsvSource({
        "oulad/quirks/*_head50.csv,','",
        "oulad/quirks/*_first199.csv,','",
        "oulad/vle.csv,','",
        "oulad/courses.csv,','",
        "lalonde/*.csv,','",
        "star/*.csv,','",
        "fr-depp/fr-en-ips-lycees-ap2022.csv,;",
        "fr-depp/fr-en-ips-colleges-ap2022.csv,;",
        "fr-depp/fr-en-indicateurs-valeur-ajoutee-colleges.csv,;"
    })
    void landsPublicTablesWithoutAnyExceptionToTheScreening(String path, String delimiter) {
        LandingReport report = Lake.report(land(path, "csv", "delimiter", delimiter, "decimal", ","));

        assertThat(report.rejected()).isZero();
        assertThat(report.records()).isPositive();
    }

    @Test
    void stopsTheMoodleLogAtItsFreeText() {
        LandingOutcome outcome = land("lamethods-edify/moodle_logs_no_ip.csv.gz", "csv");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LandingOutcome.Stopped.class,
                        stopped -> assertThat(stopped.findings())
                                .contains(
                                        new Finding("Description", IdentifierKind.FREE_TEXT, Finding.Evidence.VALUES)));
    }

    @Test
    void stopsTheSchoolDirectoryUntilItsContactsAreAllowed() {
        PullRequest request = request(
                options(data.resolve("fr-dept35/fr-en-annuaire-education.csv").toString(), "csv", "delimiter", ";"));
        String school = "of the school, not of a person";
        ScreeningRules rules =
                new ScreeningRules(Stream.of("Adresse_1", "Adresse_2", "Adresse_3", "Telephone", "Fax", "Mail")
                        .map(column -> Allowed.column(column, school))
                        .toList());

        assertThat(lake.land(request))
                .isInstanceOfSatisfying(
                        LandingOutcome.Stopped.class,
                        stopped -> assertThat(stopped.findings())
                                .extracting(Finding::column)
                                .contains("Adresse_1", "Telephone", "Mail"));
        LandingReport report =
                Lake.report(lake.land(request, new FileConnector(), SignedContract.lease(Lake.CLOCK), rules));
        assertThat(report.rejected()).isZero();
        assertThat(report.records()).isPositive();
    }

    private LandingOutcome land(String path, String format, Object... more) {
        return lake.land(request(options(data.resolve(path).toString(), format, more)));
    }

    private PullRequest request(Map<String, Object> options) {
        return new PullRequest("traces", options, folder, 50_000);
    }
}
