// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.dases.impact.notebooks.ReleasedTable;

/**
 * Writes the tables of the last committed release as files: {@code TABLE.csv} and {@code TABLE_excel-fr.csv}. What a
 * file holds follows from the release alone, so that writing again heals whatever is missing, old or damaged, and
 * leaves the rest untouched. Every file says in its first column which release it shows.
 */
public final class Export {
    /** Folder of the files in the published zone; no table may be called so. */
    public static final String FOLDER = "export";

    private final PublishedLake lake;
    private final Path folder;

    private Export(PublishedLake lake, Path folder) {
        this.lake = lake;
        this.folder = folder;
    }

    /**
     * Export to the published zone itself.
     *
     * @param published root of the published zone, which has a release; the caller holds the lake's lease
     * @return an export to its folder {@value #FOLDER}
     */
    public static Export beside(Path published) {
        return to(folder(published), published);
    }

    /**
     * Export to any folder.
     *
     * @param folder where to write; made when missing
     * @param published root of the published zone, which has a release
     * @return an export to that folder
     */
    public static Export to(Path folder, Path published) {
        return new Export(PublishedLake.at(published), folder.toAbsolutePath().normalize());
    }

    /**
     * The folder of the files in a published zone.
     *
     * @param published root of the published zone
     * @return a folder that may not exist yet
     */
    public static Path folder(Path published) {
        return published.toAbsolutePath().normalize().resolve(FOLDER);
    }

    /**
     * The release that is exported.
     *
     * @return the last committed one
     */
    public Release release() {
        return lake.latest();
    }

    /**
     * Makes the folder show the last release and nothing else: every table in every form; files of tables that only
     * earlier releases had are removed, and so is what killed processes left behind. For a folder that nobody else
     * writes to meanwhile.
     *
     * @return all files
     */
    public List<ExportedFile> heal() {
        Release release = lake.latest();
        Set<String> gone = new TreeSet<>();
        lake.releases().forEach(each -> gone.addAll(each.tableIds()));
        release.tableIds().forEach(gone::remove);
        List<ExportedFile> files = write(release, release.tableIds(), List.of(ExportFormat.values()));
        try {
            WholeFile.sweep(folder);
            for (String table : gone) {
                for (ExportFormat format : ExportFormat.values()) {
                    Files.deleteIfExists(file(folder, release.id(), table, format));
                }
            }
        } catch (IOException e) {
            throw ExportException.notWritable(release.id(), folder, e);
        }
        return files;
    }

    /**
     * Writes tables of a release.
     *
     * @param release the release, as {@link #release()} gave it
     * @param tables names of its tables
     * @param formats forms of the files
     * @return a file a table and form
     */
    public List<ExportedFile> write(Release release, Collection<String> tables, Collection<ExportFormat> formats) {
        List<ExportedFile> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String table : tables) {
                Figures figures = lake.table(table, release.id());
                for (ExportFormat format : formats) {
                    Path file = file(folder, release.id(), table, format);
                    boolean written = WholeFile.write(file, out -> new CsvText(format).write(figures, out));
                    files.add(
                            new ExportedFile(table, format, file, figures.rows().size(), written));
                }
            }
        } catch (IOException e) {
            throw ExportException.notWritable(release.id(), folder, e);
        }
        return files;
    }

    /**
     * The files of the published zone that show a table of a release.
     *
     * @param published root of the published zone
     * @param release number of the release
     * @param table the table as the release recorded it
     * @return those that are there and show this release and no other one
     */
    public static List<Path> showing(Path published, long release, ReleasedTable table) {
        List<Path> files = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            Path file = file(folder(published), release, table.id(), format);
            if (Files.isRegularFile(file) && shows(file, format, release, table.rows())) {
                files.add(file);
            }
        }
        return files;
    }

    /**
     * Looks for files of the published zone that are not what the release says whose number they bear. One of a release
     * before is none of them, as a run may not have come to it; nor is one that is missing.
     *
     * @param published root of the published zone
     * @param release the last release
     * @return their names
     */
    public static List<String> changed(Path published, Release release) {
        Export export = to(folder(published), published);
        List<String> changed = new ArrayList<>();
        for (ReleasedTable table : release.tables()) {
            for (ExportFormat format : ExportFormat.values()) {
                Path file = file(export.folder, release.id(), table.id(), format);
                // twice, as a run may have written it anew in between
                if (Files.isRegularFile(file)
                        && !export.isAsReleased(file, format, table, release)
                        && !export.isAsReleased(file, format, table, release)) {
                    changed.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return changed;
    }

    private boolean isAsReleased(Path file, ExportFormat format, ReleasedTable table, Release last) {
        long shown = lake.releases().stream()
                .filter(each -> each.tableIds().contains(table.id()))
                .map(Release::id)
                .filter(each -> shows(file, format, each, table.rows()))
                .findFirst()
                .orElse(last.id());
        Figures figures = lake.table(table.id(), shown);
        try {
            return WholeFile.has(file, out -> new CsvText(format).write(figures, out));
        } catch (IOException e) {
            throw ExportException.notReadable(file, e);
        }
    }

    /** Files are renamed when they are whole, so the first row speaks for all. */
    private static boolean shows(Path file, ExportFormat format, long release, long rows) {
        // Any bytes are characters of Latin-1, also those of a file that somebody saved in another encoding.
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String header = lines.readLine();
            String first = lines.readLine();
            return header != null && (first == null ? rows == 0 : first.startsWith(release + "" + format.separator()));
        } catch (IOException e) {
            throw ExportException.notReadable(file, e);
        }
    }

    private static Path file(Path folder, long release, String table, ExportFormat format) {
        Path file = folder.resolve(table + format.ending()).normalize();
        if (!folder.equals(file.getParent())) {
            throw ExportException.noFileName(release, table);
        }
        return file;
    }
}
