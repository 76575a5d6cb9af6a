// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.connectors.source.Checkpoint;
import org.dases.impact.connectors.source.Checkpoints;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.Plan;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.Slice;
import org.dases.impact.connectors.source.SliceReader;
import org.dases.impact.connectors.source.SourceConnector;

/**
 * Reads files on a local or mounted file system; each file is a slice.
 *
 * <p>A file is known by its path below the dataset's folder; its version is size, time of last change and the options
 * that decide how it is read. A file that has gone keeps its rows.
 */
public final class FileConnector implements SourceConnector {
    /** Made by {@link java.util.ServiceLoader}. */
    public FileConnector() {}

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public String optionsSchema() {
        try (InputStream schema = FileConnector.class.getResourceAsStream("options.schema.json")) {
            if (schema == null) {
                throw new IllegalStateException("options.schema.json is not on the class path");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("options.schema.json cannot be read", e);
        }
    }

    @Override
    public Plan plan(PullRequest request, Checkpoints checkpoints) {
        FileOptions options = FileOptions.of(request);
        List<Slice> slices = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, Path> file :
                FileListing.of(request.base(), options.path()).files().entrySet()) {
            String version = FileListing.version(file.getValue(), options);
            Optional<Checkpoint> same =
                    checkpoints.of(file.getKey()).filter(last -> last.version().equals(version));
            if (same.filter(Checkpoint::done).isPresent()) {
                unchanged++;
            } else {
                slices.add(new Slice(file.getKey(), version, same));
            }
        }
        return new Plan(slices, unchanged);
    }

    @Override
    public SliceReader open(Slice slice, PullRequest request, Lease lease) {
        lease.requireValid();
        FileOptions options = FileOptions.of(request);
        Path file = FileListing.of(request.base(), options.path()).file(slice.id());
        return FileSliceReader.open(file, slice, options, request.batchRecords());
    }
}
