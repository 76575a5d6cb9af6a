// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.connectors.file.Workspace.gzipped;
import static org.dases.impact.connectors.file.Workspace.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Checkpoint;
import org.dases.impact.connectors.source.Checkpoints;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.Plan;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.Rejected;
import org.dases.impact.connectors.source.SettableClock;
import org.dases.impact.connectors.source.SignedContract;
import org.dases.impact.connectors.source.Slice;
import org.dases.impact.connectors.source.SliceReader;
import org.dases.impact.connectors.source.SourceConnectors;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileConnectorTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(folder);
    }

    @Test
    void isInstalledUnderItsWordAndItsSchemaIsSound() throws IOException {
        SourceConnectors installed = SourceConnectors.installed();
        assertThat(installed.of("file")).isPresent();

        JsonNode schema = new ObjectMapper().readTree(installed.optionsSchemas().get("file"));
        schema.get("properties").forEach(property -> {
            assertThat(property.hasNonNull("title")).isTrue();
            assertThat(property.hasNonNull("description")).isTrue();
            assertThat(property.hasNonNull("examples")).isTrue();
        });
    }

    @Test
    void plansEachMatchingFileOnceInTheOrderOfTheirPaths() throws IOException {
        workspace.write("data/b/2.csv", "a\n");
        workspace.write("data/a/1.csv", "a\n");
        workspace.write("data/a/.hidden.csv", "a\n");
        workspace.write("data/a/1.txt", "a\n");
        workspace.write("data/0.csv", "a\n");

        assertThat(ids("data/*/*.csv")).containsExactly("a/1.csv", "b/2.csv");
        assertThat(ids("data/**.csv")).containsExactly("0.csv", "a/1.csv", "b/2.csv");
        assertThat(ids("data/{a,b}/?.csv")).containsExactly("a/1.csv", "b/2.csv");
        assertThat(ids("data/a/1.csv")).containsExactly("1.csv");
        assertThat(ids(folder.resolve("data/a/*.csv").toString())).containsExactly("1.csv");
    }

    @Test
    void leavesOutFilesReadToTheEndAndUnchangedSince() throws IOException {
        Path file = workspace.write("a.csv", "a\n1\n");
        workspace.write("b.csv", "a\n1\n");
        PullRequest request = workspace.request(options("*.csv", "csv"));
        List<Slice> slices = Workspace.plan(request);
        Map<String, Checkpoint> committed = slices.stream()
                .collect(Collectors.toMap(Slice::id, s -> new Checkpoint(s.id(), s.version(), 1, true, "{}")));

        assertThat(new FileConnector().plan(request, new Checkpoints(committed)))
                .isEqualTo(new Plan(List.of(), 2));

        Files.writeString(file, "a\n1\n2\n");
        Plan changed = new FileConnector().plan(request, new Checkpoints(committed));
        assertThat(changed.unchanged()).isEqualTo(1);
        assertThat(changed.slices()).extracting(Slice::id).containsExactly("a.csv");
        assertThat(changed.slices().get(0).resumeAt()).isEmpty();
    }

    @Test
    void readsAgainWhatWasReadWithOtherOptions() throws IOException {
        workspace.write("a.csv", "a;b\n1;2\n");

        assertThat(Workspace.plan(workspace.request(options("a.csv", "csv")))
                        .get(0)
                        .version())
                .isNotEqualTo(Workspace.plan(workspace.request(options("a.csv", "csv", "delimiter", ";")))
                        .get(0)
                        .version());
    }

    @Test
    void rejectsBrokenLinesWithTheirReasonAndGoesOn() throws IOException {
        workspace.write(
                "a.jsonl",
                "\uFEFF{\"id\": 1}\n{\"id\": 2, \"who\": \"Cam\n\n[1]\n3\n{\"id\": 4} {}\n{\"id\": }\n{\"id\": 5}");
        List<Batch> batches = Workspace.read(workspace.request(options("a.jsonl", "jsonl")));

        assertThat(batches).hasSize(1);
        assertThat(batches.get(0).records())
                .extracting(r -> r.values().get(0))
                .containsExactly("{\"id\": 1}", "{\"id\": 5}");
        assertThat(batches.get(0).rejected())
                .containsExactly(
                        new Rejected(2, "JSON that ends in the middle"),
                        new Rejected(4, "a JSON array where an object is wanted"),
                        new Rejected(5, "a JSON value where an object is wanted"),
                        new Rejected(6, "more than one JSON document"),
                        new Rejected(7, "not valid JSON"));
    }

    @Test
    void readsOneDocumentAFile() throws IOException {
        workspace.write("a.json", "{\n  \"id\": 1\n}\n");
        workspace.write("b.json", "{\n  \"id\": 1,\n}\n");

        assertThat(Workspace.read(workspace.request(options("a.json", "json")))
                        .get(0)
                        .records())
                .extracting(r -> r.values().get(0))
                .containsExactly("{\n  \"id\": 1\n}\n");
        assertThat(Workspace.read(workspace.request(options("b.json", "json")))
                        .get(0)
                        .rejected())
                .containsExactly(new Rejected(1, "not valid JSON"));
    }

    @Test
    void makesBatchesWhoseCheckpointsResumeAndWhoseLastOneIsDone() throws IOException {
        workspace.write("a.jsonl", lines(6));
        PullRequest request = workspace.request(options("a.jsonl", "jsonl"), 2);
        List<Batch> whole = Workspace.read(request);
        assertThat(whole).extracting(b -> b.after().position()).containsExactly(2L, 4L, 6L);
        assertThat(whole).extracting(b -> b.after().done()).containsExactly(false, false, true);

        Slice slice = Workspace.plan(request).get(0);
        Slice half =
                new Slice(slice.id(), slice.version(), Optional.of(whole.get(0).after()));
        try (SliceReader reader = Workspace.open(request, half)) {
            assertThat(reader.next()).contains(whole.get(1));
            assertThat(reader.next()).contains(whole.get(2));
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsACutOffFileUpToTheCutAndSaysAfterWhichRecord() throws IOException {
        byte[] all = gzipped(lines(20_000));
        workspace.write("a.jsonl.gz", Arrays.copyOf(all, all.length / 2));
        PullRequest request = workspace.request(options("a.jsonl.gz", "jsonl"), 1_000);

        long[] read = new long[1];
        try (SliceReader reader =
                Workspace.open(request, Workspace.plan(request).get(0))) {
            assertThatThrownBy(() -> {
                        for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                            assertThat(batch.get().after().done()).isFalse();
                            assertThat(batch.get().rejected()).isEmpty();
                            read[0] = batch.get().after().position();
                        }
                    })
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DATA))
                    .hasMessageStartingWith("File a.jsonl.gz is cut off after record ");
            assertThatThrownBy(reader::next).hasMessageContaining("after record " + read[0] + ":");
        }
        assertThat(read[0]).isBetween(5_000L, 15_000L);
    }

    @ParameterizedTest
    @CsvSource({"0,is cut off before its first record", "5,is cut off before its first record", "-1,is damaged"})
    void saysThatAGzFileIsNone(int length, String expected) throws IOException {
        byte[] bytes = length < 0
                ? "{}\n".repeat(9).getBytes(StandardCharsets.UTF_8)
                : Arrays.copyOf(gzipped(lines(3)), length);
        workspace.write("a.jsonl.gz", bytes);

        assertThatThrownBy(() -> Workspace.read(workspace.request(options("a.jsonl.gz", "jsonl"))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void refusesTheEndOfAFileThatChangesWhileItIsRead() throws IOException {
        Path file = workspace.write("a.jsonl", lines(4));
        PullRequest request = workspace.request(options("a.jsonl", "jsonl"), 2);
        try (SliceReader reader =
                Workspace.open(request, Workspace.plan(request).get(0))) {
            assertThat(reader.next()).isPresent();
            Files.writeString(file, lines(5));
            assertThatThrownBy(reader::next).hasMessageContaining("changed while it was read");
        }
    }

    @Test
    void saysWhatToDoWhereNothingMatchesOrCannotBeRead() throws IOException {
        workspace.write("data/a.csv", "a\n");
        Files.createSymbolicLink(folder.resolve("data/gone.jsonl"), folder.resolve("nowhere"));

        assertFault(
                "data/*.xls",
                "No file matches *.xls in folder " + folder.resolve("data")
                        + ". Put the files there, or correct 'path' in the dataset's options.");
        assertFault("nowhere/*.csv", "No file matches *.csv");
        assertFault("data", "is a folder, not a file");
        assertFault("data/*.jsonl", "gone.jsonl cannot be read: it does not exist");
        assertFault("data/[.csv", "is not a path or pattern");
    }

    @Test
    void refusesOptionsThatAreWrong() {
        assertOption(Map.of("format", "csv"), "Option 'path' of dataset traces is missing");
        assertOption(Map.of("path", "a", "format", "xlsx"), "must be csv, jsonl, json or parquet");
        assertOption(Map.of("path", "a", "format", "csv", "encoding", "UTF-9"), "Option 'encoding'");
        assertOption(Map.of("path", "a", "format", "csv", "delimiter", "||"), "must be one character");
        assertOption(Map.of("path", "a", "format", "csv", "delimiter", "\""), "is the same character as 'quote'");
        assertOption(Map.of("path", "a", "format", "csv", "delimiter", "\n"), "must be no end of a line");
        assertOption(Map.of("path", "a", "format", "csv", "header", "yes"), "must be true or false");
        assertOption(Map.of("path", "a", "format", "csv", "delimeter", ";"), "is not an option of the file connector");
    }

    @Test
    void opensNothingUnderALeaseThatHasEnded() throws IOException {
        workspace.write("a.csv", "a\n");
        PullRequest request = workspace.request(options("a.csv", "csv"));
        SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
        Lease lease = SignedContract.lease(clock);
        clock.advance(Duration.ofMinutes(6));

        assertThatThrownBy(
                        () -> new FileConnector().open(Workspace.plan(request).get(0), request, lease))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CONTRACT_LOST));
    }

    private void assertFault(String path, String message) {
        assertThatThrownBy(() -> Workspace.plan(workspace.request(options(path, "csv"))))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.PERMANENT))
                .hasMessageContaining(message);
    }

    private void assertOption(Map<String, Object> options, String message) {
        assertThatThrownBy(() -> Workspace.plan(workspace.request(options))).hasMessageContaining(message);
    }

    private List<String> ids(String path) {
        return Workspace.plan(workspace.request(options(path, "csv"))).stream()
                .map(Slice::id)
                .toList();
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"" + Integer.toHexString(i * 0x9E3779B1) + "\"}\n")
                .collect(Collectors.joining());
    }
}
