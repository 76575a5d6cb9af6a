// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.PublishedLake;

/** A workspace in a folder of its own, whose lake lies in it. */
record TestWorkspace(Path folder) {
    static TestWorkspace copyOf(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return new TestWorkspace(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command with the tests' session. */
    Called run(String... more) {
        TestSpark.session();
        return Called.with(Stream.concat(Stream.of("run", folder.toString(), "--lang", "en"), Stream.of(more))
                .toArray(String[]::new));
    }

    Path lake() {
        return folder.resolve(".impact/lake");
    }

    /** Read by Delta Kernel, as a consumer does. */
    PublishedLake published() {
        return PublishedLake.at(lake().resolve("published"));
    }

    /** Read by Spark, since nobody but the engine reads these. */
    Dataset<Row> restricted(String table) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(lake().resolve("restricted").resolve(table).toString());
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of the lake. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(lake())) {
            return files.map(file -> lake().relativize(file).toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of all tables of the newest release, as texts. */
    List<String> publishedRows() {
        PublishedLake lake = published();
        return lake.latest().tableIds().stream()
                .flatMap(table -> lake.table(table).rows().stream())
                .map(Object::toString)
                .toList();
    }
}
