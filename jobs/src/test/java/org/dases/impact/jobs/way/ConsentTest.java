// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner who takes the consent back is in no file any more after the next run. */
class ConsentTest {
    private static final String LIST = "data/withdrawn.csv";

    @TempDir
    private Path folder;

    @Test
    void rowsOfALearnerWhoWithdrewLeaveEveryFileAndTheOthersStay() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("withdrawn"));
        SmallSpace.addStrangers(workspace, "gone", SmallSpace.contract("gone"));
        restOnConsent(workspace, "withdrawals: {path: " + LIST + ", column: etudiant, delimiter: ';'}\n");
        workspace.write(LIST, "le;etudiant\n");
        Called first = workspace.run();
        assertThat(first.code()).isZero();
        assertThat(first.err())
                .as("where some have gone already, the difference would tell how many")
                .contains("pull gone: ~60 records", "conform gone: ~60 records");
        Set<String> before = pseudonyms(workspace);
        assertThat(before).hasSize(60);
        workspace.write(LIST, "le;etudiant\n2026-01-07;gone007\n2026-01-08;unheard-of\n");
        // new rows of the same learner, delivered after he withdrew, with a blank after the number
        String again = """
                etudiant;faculte;cours;inscrit_le;resultat
                gone007 ;X;Y-gone;2023-10-02;reussi
                gone061;X;Y-gone;2023-10-02;reussi
                """;
        workspace.write("data/gone/2.csv", again);

        Called dry = workspace.retain("--dry-run");
        assertThat(dry.out()).as(dry.err()).contains("Would purge: gone", "<10 landed records", "consent");
        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(pseudonyms(workspace));
        assertThat(gone).hasSize(1);
        assertThat(pseudonyms(workspace)).hasSize(60);
        assertThat(RestrictedFiles.holding(workspace, "gone007")).isEmpty();
        assertThat(RestrictedFiles.holding(workspace, gone.iterator().next())).isEmpty();
        assertThat(RestrictedFiles.holding(workspace, "gone008")).isNotEmpty();
        assertThat(workspace.restricted("landed/gone").where("_kind = 'record'").count())
                .isEqualTo(60);
        assertThat(workspace
                        .restricted("landed/north")
                        .where("_kind = 'record'")
                        .count())
                .isEqualTo(SmallSpace.NORTH);
        assertThat(workspace
                        .restricted("purges")
                        .select("state", "cause", "landed")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder("[BEGUN,WITHDRAWN,<10]", "[DONE,WITHDRAWN,<10]");
        assertThat(workspace.retain().out()).contains("No row has to go.");
    }

    /** The file of the dataset is gone, or names another domain and other columns than those of the rows. */
    @Test
    void rowsAreFoundByWhatWasUsedWhenTheyCame() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("forgotten"));
        SmallSpace.addStrangers(workspace, "gone", SmallSpace.contract("gone"));
        restOnConsent(workspace, "withdrawals: {path: " + LIST + ", column: etudiant, delimiter: ';'}\n");
        workspace.write(LIST, "le;etudiant\n");
        assertThat(workspace.run("--until", "CONFORM").code()).isZero();
        Set<String> before = pseudonyms(workspace);

        // the contract names another domain now, so that the dataset is refused and its rows stay as they are
        workspace.write("contracts/gone.json", SmallSpace.contract("gone").replace("fr-sup", "fr-other"));
        workspace.write(LIST, "le;etudiant\n2026-01-07;gone007\n");
        Called refused = workspace.retain();
        assertThat(refused.out()).as(refused.err()).contains("Purged: gone", "consent");
        assertThat(RestrictedFiles.holding(workspace, "gone007")).isEmpty();
        assertThat(pseudonyms(workspace)).hasSize(59).isSubsetOf(before);

        workspace.delete("datasets/gone.yaml");
        workspace.write(LIST, "le;etudiant\n2026-01-07;gone007\n2026-02-07;gone008\n");
        Called forgotten = workspace.retain();
        assertThat(forgotten.out()).as(forgotten.err()).contains("Purged: gone");
        assertThat(RestrictedFiles.holding(workspace, "gone008")).isEmpty();
        assertThat(pseudonyms(workspace)).hasSize(58).isSubsetOf(before);

        workspace.delete(LIST);
        Called unknown = workspace.retain();
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).contains("Dataset gone rests on consent, and nobody knows who took it back");

        // all take it back: nobody is left to be found, so the list is not needed any more
        String everybody = IntStream.range(0, 100)
                .mapToObj(i -> "2026-03-07;gone%03d\n".formatted(i))
                .collect(Collectors.joining("", "le;etudiant\n", ""));
        workspace.write(LIST, everybody);
        assertThat(workspace.retain().out()).contains("Purged: gone");
        assertThat(pseudonyms(workspace)).isEmpty();
        Path remembered = workspace.lake().resolve("restricted/consent/gone.json");
        assertThat(remembered).exists();
        workspace.delete(LIST);
        Called dry = workspace.retain("--dry-run");
        assertThat(dry.code()).as(dry.out() + dry.err()).isZero();
        assertThat(remembered).exists();
        Called done = workspace.retain();
        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(done.out()).contains("No row has to go.");
        assertThat(remembered).doesNotExist();
    }

    @Test
    void whereNobodyKnowsWhoConsentsNothingIsUsed() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("unknown"));
        SmallSpace.addStrangers(workspace, "gone", SmallSpace.contract("gone"));
        restOnConsent(workspace, "");
        Called unnamed = workspace.run("--until", "PULL");
        assertThat(unnamed.code()).isEqualTo(3);
        assertThat(unnamed.out()).contains("rests on consent", "datasets/gone.yaml");

        restOnConsent(workspace, "withdrawals: {path: " + LIST + ", column: etudiant}\n");
        Called missing = workspace.run();

        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.out()).contains("nobody knows who took it back", LIST, "Release 1 is published");
        assertThat(workspace.publishedRows()).noneMatch(row -> row.contains("X-gone"));
        assertThat(workspace.retain().code()).isEqualTo(2);
    }

    private static void restOnConsent(TestWorkspace workspace, String withdrawals) {
        String dataset = workspace.read("datasets/gone.yaml");
        workspace.write(
                "datasets/gone.yaml",
                dataset.substring(0, dataset.indexOf("legal-basis:")) + "legal-basis: consent\n" + withdrawals);
    }

    private static Set<String> pseudonyms(TestWorkspace workspace) {
        List<Row> rows = workspace
                .restricted("conformed/enrolment")
                .where("_dataset = 'gone'")
                .select("learner_pid")
                .distinct()
                .collectAsList();
        return rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet());
    }
}
