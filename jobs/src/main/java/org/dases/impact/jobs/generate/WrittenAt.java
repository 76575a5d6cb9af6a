// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives all data files a time of change that the request decides: a source whose files are unchanged is told by name,
 * size and time, so generating the same again changes nothing, and generating something else always does.
 */
final class WrittenAt {
    private static final Instant EARLIEST = Instant.parse("2026-07-06T00:00:00Z");
    private static final int SPREAD_SECONDS = 30 * 86_400;

    private WrittenAt() {}

    static void stamp(GenerateRequest request) {
        FileTime time = FileTime.from(time(request));
        for (Path file : files(request.out().resolve("data"))) {
            try {
                Files.setLastModifiedTime(file, time);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Instant time(GenerateRequest request) {
        Dice dice = Dice.of(request.seed(), "written at", request.schools(), request.learners(), request.records());
        return EARLIEST.plusSeconds(dice.below(SPREAD_SECONDS));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
