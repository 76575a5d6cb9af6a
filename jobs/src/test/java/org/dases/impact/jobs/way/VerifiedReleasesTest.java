// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release is checked from its published tables alone, and whatever is changed in them is found. */
class VerifiedReleasesTest {
    private static final String CERTIFICATE = ".impact/lake/published/certificates/release-1.json";

    @TempDir
    private Path folder;

    private TestWorkspace workspace = new TestWorkspace(Path.of(""));

    @BeforeEach
    void copy() {
        workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
    }

    @Test
    void holdsWithoutTheRestrictedZone() throws IOException {
        Files.move(workspace.lake().resolve("restricted"), folder.resolve("away"));

        Called verify = verify("en", "1", "--json");

        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(verify.out());
        assertThat(result.path("verified").asBoolean()).isTrue();
        assertThat(result.path("releases").path(0).path("release").asLong()).isEqualTo(1);
        assertThat(verify("fr").out()).contains("Diffusion 1 : le certificat vaut pour les 2 tables.");
    }

    /**
     * Each change to rows of the table of results; the constraints are taken away first, as a forger would. All 41
     * students of course L3 are so in its one year, and no whole has fewer than a part.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indicator_id = 'STU' and value > 0       | value = value + 1                        | are not those that were released
            indicator_id = 'STU' and n_learners > 40 | n_learners = 3                           | about fewer persons than the threshold
            indicator_id = 'STU' and course = 'L3'   | n_learners = case when n_learners = 41 and period_kind = 'all' then 12 else n_learners end | A whole does not fit its parts
            indicator_id = 'ENR' and value > 40      | value = value + 1000                     | A whole does not fit its parts
            conf_status = 'C'                        | value = 4                                | a withheld row has a number
            indicator_id = 'STU' and value > 0       | frozen_since = timestamp'2020-01-01'     | A frozen row is not what an earlier release
            indicator_id = 'STU' and value > 0       | conf_status = 'C', value = null, value_low = null, value_high = null, numerator = null, denominator = null, n_learners = null, n_schools = null, n_providers = null, ci_low = null, ci_high = null | another number of rows
            """)
    void aChangedRowIsFound(String where, String set, String found) {
        String path = workspace.lake().resolve("published/results").toString();
        for (String constraint : new String[] {"at_least_k", "confidential_has_no_number"}) {
            TestSpark.session().sql("alter table delta.`" + path + "` drop constraint " + constraint);
        }
        TestSpark.session().sql("update delta.`" + path + "` set " + set + " where " + where);

        Called verify = verify("en");

        assertThat(verify.code()).as(verify.out() + verify.err()).isEqualTo(4);
        assertThat(verify.out()).contains("Release 1 does not hold", found);
    }

    /** Nothing can be checked without the list of releases; that was called verified. */
    @Test
    void aMissingListOfReleasesIsFound() throws IOException {
        Files.move(workspace.lake().resolve("published/releases"), folder.resolve("list"));

        Called verify = verify("en");
        Called audit = Called.with("audit", "-w", workspace.folder().toString(), "--lang", "fr");

        assertThat(verify.code()).as(verify.out() + verify.err()).isEqualTo(4);
        assertThat(verify.err()).contains("certificates and no list of releases", "from a backup");
        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.err()).contains("pas de liste des diffusions");

        Files.move(workspace.lake().resolve("published/certificates"), folder.resolve("certificates"));

        assertThat(verify("en").code()).as("nothing was released").isZero();
        assertThat(verify("en", "1").code()).isEqualTo(2);
        assertThat(verify("en", "1").err()).contains("There is no release 1");
    }

    @Test
    void aChangedCertificateIsFoundAndAMissingOneToo() throws IOException {
        String certificate = workspace.read(CERTIFICATE);
        workspace.write(CERTIFICATE, certificate.replace("\"learners\" : 10", "\"learners\" : 9"));
        assertThat(workspace.read(CERTIFICATE)).isNotEqualTo(certificate);

        Called changed = verify("en");
        workspace.delete(CERTIFICATE);
        Called missing = verify("fr");

        assertThat(changed.code()).isEqualTo(4);
        assertThat(changed.out()).contains("is not the file that the release was committed with");
        assertThat(missing.code()).isEqualTo(4);
        assertThat(missing.out()).contains("Son certificat manque");
    }

    /** Those who have no Delta reader read these. One that is missing heals by itself. */
    @Test
    void aChangedExportIsFound() throws IOException {
        String file = ".impact/lake/published/export/results_excel-fr.csv";
        String exported = workspace.read(file);
        workspace.write(file, exported.replace("41;", "42;"));
        assertThat(workspace.read(file)).isNotEqualTo(exported);

        Called changed = verify("en");
        workspace.delete(file);
        Called missing = verify("en");
        workspace.write(file, exported.replace("\n1;", "\n0;"));
        Called unheard = verify("en");

        assertThat(changed.code()).isEqualTo(4);
        assertThat(changed.out())
                .contains("File results_excel-fr.csv in the folder export is not what the release says");
        assertThat(missing.code()).isZero();
        assertThat(unheard.code()).as("of no release").isEqualTo(4);
    }

    /** Whoever can write to the log of releases too still has to forge all of the certificate. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "learners" : 10  | "learners" : 9  | The hash of the policy
            "commitment" : " | "commitment" : "0 | The head of the ledger
            "previous" : "0  | "previous" : "1 | does not go on from that of the release before
            "success" :      | "other" :       | other tables than its certificate
            """)
    void aChangedCertificateThatIsCommittedIsFound(String text, String forged, String found) throws Exception {
        String certificate = workspace.read(CERTIFICATE);
        assertThat(certificate).contains(text);
        workspace.write(CERTIFICATE, certificate.replace(text, forged));
        commit(sha256(workspace.folder().resolve(CERTIFICATE)));

        Called verify = verify("en");

        assertThat(verify.code()).as(verify.out() + verify.err()).isEqualTo(4);
        assertThat(verify.out()).contains(found);
    }

    @Test
    void aReleaseWithoutCertificateIsToldAsSuch() {
        DeltaTable.forPath(
                        TestSpark.session(),
                        workspace.lake().resolve("published/releases").toString())
                .updateExpr(Map.of("certificate_sha256", "null"));

        Called verify = verify("en");

        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.out()).contains("It has no certificate");
    }

    @Test
    void noReleaseIsNothingToVerify() throws IOException {
        Files.move(workspace.lake(), folder.resolve("away"));

        assertThat(verify("en").code()).isZero();
        assertThat(verify("en").out()).contains("No release yet");
    }

    /** The certificate is public: no number of a withheld cell may follow from it. */
    @Test
    void theCertificateHoldsOnlyWhatEverybodyCanCountAndARandomCommitment() throws IOException {
        JsonNode certificate = new ObjectMapper().readTree(workspace.read(CERTIFICATE));

        assertThat(certificate.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "form",
                        "release",
                        "released_at",
                        "engine_version",
                        "policy",
                        "policy_sha256",
                        "probe_seeds",
                        "ledger",
                        "tables");
        assertThat(certificate.path("tables").path("results").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("rows", "published", "frozen", "withheld", "sha256");
        assertThat(certificate.path("ledger").path("commitment").asText()).matches("[0-9a-f]{64}");
        TestWorkspace again = SmallSpace.in(folder.resolve("again"));
        assertThat(again.run().code()).isZero();
        JsonNode other = new ObjectMapper().readTree(again.read(CERTIFICATE));
        assertThat(other.path("policy_sha256")).isEqualTo(certificate.path("policy_sha256"));
        assertThat(other.path("tables")).isEqualTo(certificate.path("tables"));
        assertThat(other.path("ledger").path("commitment"))
                .isNotEqualTo(certificate.path("ledger").path("commitment"));
    }

    private Called verify(String language, String... more) {
        return Called.with(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "releases",
                                "verify",
                                "--workspace",
                                workspace.folder().toString(),
                                "--lang",
                                language),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    }

    private void commit(String certificate) {
        DeltaTable.forPath(
                        TestSpark.session(),
                        workspace.lake().resolve("published/releases").toString())
                .updateExpr(Map.of("certificate_sha256", "'" + certificate + "'"));
    }

    private static String sha256(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
