// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.connectors.file.Workspace.gzipped;
import static org.dases.impact.connectors.file.Workspace.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.dases.impact.connectors.file.FileConnector;
import org.dases.impact.connectors.file.Workspace;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SignedContract;
import org.dases.impact.connectors.source.SourceException.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Lake lake;

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(folder);
        lake = new Lake(folder.resolve("lake"));
    }

    @Test
    void landsRecordsRejectsAndCheckpointWithTheirProvenanceInOneCommit() throws IOException {
        workspace.write("a.csv", "uai,score\n0150018N,1\n0150019P\n0150020R,3\n");
        LandingReport report = Lake.report(lake.land(workspace.request(options("a.csv", "csv"))));

        assertThat(report)
                .isEqualTo(new LandingReport(
                        "traces",
                        2,
                        1,
                        1,
                        0,
                        1,
                        new TreeMap<>(Map.of("1 columns where there should be 2", 1L)),
                        List.of()));
        assertThat(lake.version("traces")).isZero();
        List<Row> rows = lake.table("traces")
                .selectExpr(
                        "_kind",
                        "_slice",
                        "_number",
                        "_reason",
                        "uai",
                        "score",
                        "_position",
                        "_done",
                        "_contract_id",
                        "length(_contract_sha256)",
                        "_pulled_at = timestamp'2026-03-01 10:00:00'",
                        "length(_batch_sha256)")
                .sort("_kind", "_number")
                .collectAsList();
        assertThat(rows)
                .extracting(row -> row.toString())
                .containsExactly(
                        "[checkpoint,a.csv,null,null,null,null,3,true,urn:contract:test,64,true,64]",
                        "[record,a.csv,2,null,0150018N,1,null,null,urn:contract:test,64,true,64]",
                        "[record,a.csv,4,null,0150020R,3,null,null,urn:contract:test,64,true,64]",
                        "[rejected,a.csv,3,1 columns where there should be 2,null,null,null,null,urn:contract:test,64,true,64]");
    }

    @Test
    void aSecondPullOfUnchangedFilesLandsNothingAndCommitsNothing() throws IOException {
        workspace.write("a.jsonl", "{\"id\": 1}\n{\"id\": 2}\n");
        PullRequest request = workspace.request(options("*.jsonl", "jsonl"));
        lake.land(request);
        LandingReport second = Lake.report(lake.land(request));

        assertThat(second.changedAnything()).isFalse();
        assertThat(second.slicesUnchanged()).isEqualTo(1);
        assertThat(lake.version("traces")).isZero();

        workspace.write("b.jsonl", "{\"id\": 3}\n");
        assertThat(Lake.report(lake.land(request)).records()).isEqualTo(1);
        assertThat(lake.values("traces", "record")).containsExactly("{\"id\": 1}", "{\"id\": 2}", "{\"id\": 3}");
    }

    @Test
    void manySmallFilesShareACommitAndALongOneHasSeveral() throws IOException {
        for (int i = 0; i < 12; i++) {
            workspace.write("small/" + i + ".csv", "a\n" + i + "\n");
        }
        workspace.write("long.csv", "a\n" + numbers(0, 250));

        assertThat(Lake.report(lake.land(workspace.request(options("small/*.csv", "csv")))))
                .extracting(LandingReport::commits, LandingReport::slicesRead, LandingReport::records)
                .containsExactly(1, 12, 12L);
        Lake other = new Lake(folder.resolve("other"));
        assertThat(Lake.report(other.land(workspace.request(options("long.csv", "csv"), 100)))
                        .commits())
                .isEqualTo(3);
    }

    @Test
    void aReplacedFileReplacesItsRowsAndOnlyThose() throws IOException {
        workspace.write("a'b.csv", "a\n1\n2\n");
        workspace.write("c.csv", "a\n7\n");
        PullRequest request = workspace.request(options("*.csv", "csv"), 2);
        lake.land(request);
        workspace.write("a'b.csv", "a\n1\n3\n4\n5\n6\n");
        workspace.write("d.csv", "a\n8\n");
        LandingReport report = Lake.report(lake.land(request));

        assertThat(lake.values("traces", "a")).containsExactly("1", "3", "4", "5", "6", "7", "8");
        assertThat(report.records()).isEqualTo(6);
        assertThat(report.slicesUnchanged()).isEqualTo(1);
        assertThat(Lake.report(lake.land(request)).changedAnything()).isFalse();
    }

    @Test
    void aCutOffFileLandsUpToTheCutAndTheWholeOneReplacesItWithNothingLostOrTwice() throws IOException {
        byte[] whole = gzipped("a\n" + numbers(0, 30_000));
        workspace.write("a.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        workspace.write("b.csv.gz", gzipped("a\n99999\n"));
        PullRequest request = workspace.request(options("*.csv.gz", "csv"), 5_000);

        LandingOutcome cut = lake.land(request);
        long landed = cut.match(
                all -> -1L,
                incomplete -> {
                    assertThat(incomplete.faults()).hasSize(1);
                    SliceFault fault = incomplete.faults().get(0);
                    assertThat(fault.fault()).isEqualTo(Fault.DATA);
                    assertThat(fault.message())
                            .contains("a.csv.gz is cut off after record "
                                    + (incomplete.report().records() - 1));
                    return incomplete.report().records();
                },
                stopped -> -1L);
        assertThat(landed).isBetween(1_000L, 29_000L);
        assertThat(lake.values("traces", "a")).hasSize((int) landed).contains("00000", "99999");

        workspace.write("a.csv.gz", whole);
        Lake.report(lake.land(request));
        assertThat(lake.values("traces", "a")).hasSize(30_001).doesNotHaveDuplicates();
    }

    @Test
    void columnsMayComeAndGoAndHaveFrenchNames() throws IOException {
        workspace.write("1.csv", "UAI;Nom de l'établissement;REP +\n1;x;y\n");
        workspace.write("2.csv", "uai;Part (en %), voie G.T.;réussite=a\n2;3;4\n");
        PullRequest request = workspace.request(options("*.csv", "csv", "delimiter", ";"), 1);
        Lake.report(lake.land(request));

        assertThat(lake.records("traces")
                        .selectExpr(
                                "UAI",
                                "`Nom de l'établissement`",
                                "`REP +`",
                                "`Part (en %), voie G.T.`",
                                "`réussite=a`")
                        .sort("UAI")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[1,x,y,null,null]", "[2,null,null,3,4]");
    }

    @Test
    void namesFilesWithoutRecordsAndReadsThemOnce() throws IOException {
        workspace.write("a.csv", "");
        workspace.write("b.csv", "x\n1\n");
        PullRequest request = workspace.request(options("*.csv", "csv"));

        assertThat(Lake.report(lake.land(request)).emptySlices()).containsExactly("a.csv");
        assertThat(Lake.report(lake.land(request)).changedAnything()).isFalse();
    }

    @Test
    void refusesSourceColumnsNamedLikeOurs() throws IOException {
        workspace.write("a.csv", "x,_KIND\n1,2\n");

        assertThat(lake.land(workspace.request(options("a.csv", "csv"))))
                .isInstanceOfSatisfying(
                        LandingOutcome.Incomplete.class,
                        incomplete -> assertThat(incomplete.faults().get(0).message())
                                .contains("the column name '_KIND' is one of ours"));
    }

    @Test
    void saysClearlyThatTheLakeCannotBeWritten() throws IOException {
        workspace.write("a.csv", "x\n1\n");
        Path file = Files.writeString(folder.resolve("occupied"), "a file where the lake should be");
        Lake occupied = new Lake(file.resolve("landed"));

        assertThatThrownBy(() -> occupied.land(workspace.request(options("a.csv", "csv"))))
                .isInstanceOf(LandingException.class)
                .hasMessageStartingWith("The lake folder " + file.resolve("landed/traces") + " cannot be written: ")
                .hasMessageEndingWith("set 'lake' in impact.yaml to another folder. Nothing was landed.");
        assertThatThrownBy(() -> new Lake(Path.of("/proc/impact")).land(workspace.request(options("a.csv", "csv"))))
                .isInstanceOf(LandingException.class)
                .hasMessageStartingWith("The lake folder /proc/impact/traces cannot be written: ");
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "%05d%n".formatted(i)).collect(Collectors.joining());
    }

    /** Whoever logs the decisions is to have them before they bite. */
    @Test
    void tellsWhatTheScreeningFoundBeforeRowsAreKeptOrTakenBack() throws IOException {
        workspace.write("a.csv", "uai,score\n0150018N,1\n");
        List<String> told = new ArrayList<>();
        LandingProgress progress = new LandingProgress() {
            @Override
            public void committed(String dataset, String slice, long records, long rejected) {
                told.add("committed");
            }

            @Override
            public void screened(String dataset, List<Finding> findings) {
                told.add("screened " + findings.size() + " at version " + lake.version(dataset));
            }
        };
        land(progress, "a.csv");
        workspace.write("b.csv", "uai,email\n0150018N,somebody@example.org\n");
        land(progress, "*.csv");
        assertThat(told).hasSize(3);
        assertThat(told.subList(0, 2)).containsExactly("screened 0 at version -1", "committed");
        assertThat(told.get(2)).startsWith("screened 1 at version ");
    }

    private void land(LandingProgress progress, String path) {
        lake.landing(progress)
                .land(new DatasetPull(
                        workspace.request(options(path, "csv")),
                        new FileConnector(),
                        SignedContract.lease(Lake.CLOCK),
                        ScreeningRules.strict()));
    }
}
