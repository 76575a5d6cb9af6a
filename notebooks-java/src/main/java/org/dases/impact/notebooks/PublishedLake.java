// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * The published tables of a lake, read with Delta Kernel. Only rows of committed releases are returned: those of a
 * release that is being written, or was broken off, are not seen.
 */
public final class PublishedLake {
    /** Environment variable, or system property, that says where the published lake is. */
    public static final String PLACE = "IMPACT_PUBLISHED";

    private final Path root;
    private final Engine engine;

    private PublishedLake(Path root) {
        this.root = root;
        this.engine = DefaultEngine.create(configuration());
    }

    /**
     * Opens the published zone of a lake.
     *
     * @param root the folder that holds the published tables and the table {@code releases}
     * @return the lake
     * @throws LakeException if the folder is not that of a published lake
     */
    public static PublishedLake at(Path root) {
        Path normal = root.toAbsolutePath().normalize();
        if (!isAt(normal)) {
            throw LakeException.notALake(normal);
        }
        return new PublishedLake(normal);
    }

    /**
     * Opens the published zone that the environment variable, or system property, {@code IMPACT_PUBLISHED} names.
     *
     * @return the lake
     * @throws LakeException if it is not set or the folder is not that of a published lake
     */
    public static PublishedLake fromEnvironment() {
        String place = System.getProperty(PLACE, System.getenv().getOrDefault(PLACE, ""));
        if (place.isBlank()) {
            throw LakeException.noPlaceGiven(PLACE);
        }
        return at(Path.of(place));
    }

    /**
     * Whether a folder is the root of published tables. A lake becomes one with its first release.
     *
     * @param root a folder that may not exist
     * @return true if {@link #at(Path)} would open it
     */
    public static boolean isAt(Path root) {
        return Files.isDirectory(root.resolve(ReleaseLog.FOLDER).resolve("_delta_log"));
    }

    /**
     * The committed releases.
     *
     * @return oldest first; empty if nothing has been released
     * @throws LakeException if the table {@code releases} cannot be read
     */
    public List<Release> releases() {
        return ReleaseLog.read(engine, root);
    }

    /**
     * The newest release.
     *
     * @return the one with the highest number
     * @throws LakeException if nothing has been released
     */
    public Release latest() {
        List<Release> releases = releases();
        if (releases.isEmpty()) {
            throw LakeException.nothingReleased(root);
        }
        return releases.get(releases.size() - 1);
    }

    /**
     * One release.
     *
     * @param releaseId its number
     * @return the release
     * @throws LakeException if there is no such committed release
     */
    public Release release(long releaseId) {
        List<Release> releases = releases();
        if (releases.isEmpty()) {
            throw LakeException.nothingReleased(root);
        }
        return releases.stream()
                .filter(release -> release.id() == releaseId)
                .findFirst()
                .orElseThrow(() -> LakeException.unknown(
                        "release",
                        Long.toString(releaseId),
                        "'" + root + "'",
                        releases.stream()
                                .map(release -> Long.toString(release.id()))
                                .toList()));
    }

    /**
     * A table as the newest release has it.
     *
     * @param tableId name of the table
     * @return its rows
     * @throws LakeException if the newest release has no such table, or its rows cannot be read
     */
    public Figures table(String tableId) {
        return read(latest(), tableId);
    }

    /**
     * A table as a release had it.
     *
     * @param tableId name of the table
     * @param releaseId number of the release
     * @return its rows
     * @throws LakeException if there is no such release or table, or its rows cannot be read
     */
    public Figures table(String tableId, long releaseId) {
        return read(release(releaseId), tableId);
    }

    /** The rows of a table, to be read one after the other. */
    ReleasedRows rows(Release release, String tableId) {
        ReleasedTable found = release.tables().stream()
                .filter(table -> table.id().equals(tableId))
                .findFirst()
                .orElseThrow(
                        () -> LakeException.unknown("table", tableId, "release " + release.id(), release.tableIds()));
        return ReleasedRows.open(engine, release.id(), found);
    }

    private Figures read(Release release, String tableId) {
        ReleasedRows source = rows(release, tableId);
        List<Figure> rows = new ArrayList<>();
        source.each(rows::add);
        rows.sort(RowOrder.of(source.layout()));
        return new Figures(tableId, release.id(), source.layout(), rows);
    }

    /** Reads no site files, and shares no cached file system with a Spark in the same JVM. */
    private static Configuration configuration() {
        Configuration configuration = new Configuration(false);
        configuration.setBoolean("fs.file.impl.disable.cache", true);
        return configuration;
    }
}
