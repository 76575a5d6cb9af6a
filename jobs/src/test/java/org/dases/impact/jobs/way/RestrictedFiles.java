// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dases.impact.jobs.TestSpark;

/** The files of the restricted zones, whatever any log says of them. */
final class RestrictedFiles {
    private RestrictedFiles() {}

    /** Files below landed, conformed and cells, logs included, in which a text can be read. */
    static List<String> holding(TestWorkspace workspace, String text) {
        Path restricted = workspace.lake().resolve("restricted");
        try (Stream<Path> files = Files.walk(restricted)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of("landed", "conformed", "cells", "trash")
                            .anyMatch(zone -> file.startsWith(restricted.resolve(zone))))
                    .filter(file -> text(file).contains(text))
                    .map(file -> restricted.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return file.toString().endsWith(".parquet")
                ? String.join(
                        "\n",
                        TestSpark.session()
                                .read()
                                .parquet(file.toString())
                                .toJSON()
                                .collectAsList())
                : bytes(file);
    }

    static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
