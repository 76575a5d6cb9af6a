// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.engine.Engine;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code releases}: one row per table of a release, all rows of a release in one commit. */
final class ReleaseLog {
    static final String FOLDER = "releases";

    private static final String CERTIFICATE = "certificate_sha256";

    private static final List<String> COLUMNS = List.of(
            Columns.RELEASE,
            "released_at",
            "table_id",
            "path",
            "rows",
            "published",
            "withheld",
            "fingerprint",
            "engine_version");

    private ReleaseLog() {}

    /** The committed releases, oldest first. */
    static List<Release> read(Engine engine, Path root) {
        DeltaFolder folder = DeltaFolder.open(engine, root.resolve(FOLDER));
        Layout layout = new Layout("releases", folder.columns());
        for (String column : COLUMNS) {
            layout.at(column);
        }
        TreeMap<Long, List<Figure>> byRelease = new TreeMap<>();
        folder.each(Optional.empty(), cells -> {
            Figure row = new Figure(layout, cells);
            byRelease
                    .computeIfAbsent(row.whole(Columns.RELEASE).orElseThrow(), id -> new ArrayList<>())
                    .add(row);
        });
        return byRelease.entrySet().stream()
                .map(entry -> release(root, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Release release(Path root, long id, List<Figure> rows) {
        List<ReleasedTable> tables = rows.stream()
                .map(row -> table(root, row))
                .sorted(Comparator.comparing(ReleasedTable::id))
                .toList();
        Figure first = rows.get(0);
        return new Release(
                id,
                first.instant("released_at").orElse(Instant.EPOCH),
                first.text("engine_version"),
                tables,
                certificate(first));
    }

    /** Releases of older engines have none, and their log no such column. */
    private static Optional<String> certificate(Figure row) {
        return row.has(CERTIFICATE)
                ? Optional.of(row.text(CERTIFICATE)).filter(hash -> !hash.isEmpty())
                : Optional.empty();
    }

    private static ReleasedTable table(Path root, Figure row) {
        return new ReleasedTable(
                row.text("table_id"),
                folder(root, row.text("path")),
                row.whole("rows").orElse(0),
                row.whole("published").orElse(0),
                row.whole("withheld").orElse(0),
                row.text("fingerprint"));
    }

    /** A table lies below the published root: a path that leads out of it could name a restricted zone. */
    private static Path folder(Path root, String path) {
        try {
            Path folder = root.resolve(path).normalize();
            if (folder.startsWith(root) && !folder.equals(root)) {
                return folder;
            }
            throw LakeException.damaged(
                    root.resolve(FOLDER), "a release names the path '" + path + "', which leads out of the lake", null);
        } catch (InvalidPathException e) {
            throw LakeException.damaged(root.resolve(FOLDER), "a release names a path that is none", e);
        }
    }
}
