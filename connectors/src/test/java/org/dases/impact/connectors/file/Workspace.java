// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Checkpoints;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SignedContract;
import org.dases.impact.connectors.source.Slice;
import org.dases.impact.connectors.source.SliceReader;

/** A folder with data files, and pulls of it. */
public record Workspace(Path folder) {
    private static final int BATCH = 50_000;

    public Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    public Path write(String name, String text, Charset encoding) throws IOException {
        return write(name, text.getBytes(encoding));
    }

    public Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.write(file, bytes);
    }

    public static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    public PullRequest request(Map<String, Object> options) {
        return request(options, BATCH);
    }

    public PullRequest request(Map<String, Object> options, int batchRecords) {
        return new PullRequest("traces", options, folder, batchRecords);
    }

    public static Map<String, Object> options(String path, String format, Object... more) {
        Map<String, Object> options = new LinkedHashMap<>(Map.of("path", path, "format", format));
        for (int i = 0; i < more.length; i += 2) {
            options.put((String) more[i], more[i + 1]);
        }
        return options;
    }

    static List<Slice> plan(PullRequest request) {
        return new FileConnector().plan(request, new Checkpoints(Map.of())).slices();
    }

    static SliceReader open(PullRequest request, Slice slice) {
        return new FileConnector().open(slice, request, SignedContract.lease(Clock.systemUTC()));
    }

    /** All batches of the only file. */
    static List<Batch> read(PullRequest request) {
        List<Batch> batches = new ArrayList<>();
        try (SliceReader reader = open(request, plan(request).get(0))) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batches.add(batch.get());
            }
        }
        return batches;
    }
}
