// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths of the four zones. The restricted zones and the published zone have roots of their own, so that storage
 * permissions can separate them.
 *
 * @param root folder of the lake: a path of the local file system, or a URI that Hadoop knows such as {@code s3a://…}
 */
public record Lake(String root) {
    public Lake {
        if (root.isBlank()) {
            throw new IllegalArgumentException("the lake has no root");
        }
        while (root.endsWith("/")) {
            root = root.substring(0, root.length() - 1);
        }
    }

    /**
     * The root as a local folder.
     *
     * @return empty when the lake lies on an object store
     */
    public Optional<Path> local() {
        if (root.startsWith("file:")) {
            return Optional.of(Path.of(java.net.URI.create(root)));
        }
        return root.matches("[a-z][a-z0-9+.-]+:.*") ? Optional.empty() : Optional.of(Path.of(root));
    }

    /**
     * A path of the lake as a local folder, for what only a file system can do.
     *
     * @param path the root, or a path below it
     * @return folder, which need not be there
     * @throws LakeException when the lake lies on an object store
     */
    public Path folder(String path) {
        Path local = local().orElseThrow(() -> LakeException.remote(root));
        return path.equals(root) ? local : local.resolve(path.substring(root.length() + 1));
    }

    /**
     * Root of landed, conformed and cells, which nobody but the engine reads.
     *
     * @return folder
     */
    public String restricted() {
        return root + "/restricted";
    }

    /**
     * Root of the landed tables.
     *
     * @return folder with one Delta table a dataset
     */
    public String landed() {
        return restricted() + "/landed";
    }

    /**
     * Path of a canonical table.
     *
     * @param table canonical name
     * @return Delta table
     */
    public String conformed(String table) {
        return restricted() + "/conformed/" + table;
    }

    /**
     * Path of the cells of a published table, before the gate.
     *
     * @param table published table's id
     * @return Delta table
     */
    public String cells(String table) {
        return restricted() + "/cells/" + table;
    }

    /**
     * Path of the facts that cells of a published table are counted from. It lies among the cells, so that whatever
     * drops cells drops facts: with its hyphens it is no published table's.
     *
     * @param table published table's id
     * @param over name of the table that the facts are over, canonical or made from others
     * @return Delta table
     */
    public String facts(String table, String over) {
        return cells("facts-" + table + "-" + over);
    }

    /**
     * Path of the ledger: what was told and what was withheld in each release.
     *
     * @return Delta table
     */
    public String ledger() {
        return restricted() + "/ledger";
    }

    /**
     * Path of the log of what contracts allowed and refused.
     *
     * @return Delta table to which rows are only added
     */
    public String decisions() {
        return restricted() + "/decisions";
    }

    /**
     * Path of the record of purges.
     *
     * @return Delta table to which rows are only added
     */
    public String purges() {
        return restricted() + "/purges";
    }

    /**
     * Path of the marks on released tables that rest on purged rows.
     *
     * @return Delta table to which rows are only added
     */
    public String purgedReleases() {
        return restricted() + "/purged_releases";
    }

    /**
     * Root of the published zone.
     *
     * @return folder with one Delta table a published table, and {@code releases}
     */
    public String published() {
        return root + "/published";
    }

    /**
     * Root of the published zone as a local folder.
     *
     * @return the folder of {@link #published()}
     * @throws LakeException when the lake lies on an object store
     */
    public Path publishedFolder() {
        return local().orElseThrow(() -> LakeException.remote(root)).resolve("published");
    }

    /**
     * Path of a published table.
     *
     * @param table published table's id
     * @return Delta table
     */
    public String published(String table) {
        return published() + "/" + table;
    }

    /**
     * Folder of the run records, restricted since they name inputs.
     *
     * @return folder of JSON files
     */
    public String records() {
        return restricted() + "/records";
    }
}
