// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Spark puts rows for a time: its files may be read by everybody, and stay where the process was killed. So they
 * lie in a folder that only its owner enters, and what dead processes left goes when the next one starts.
 */
final class Scratch {
    private static final Pattern NAME = Pattern.compile("spark-([0-9]{1,18})-.*");

    private Scratch() {}

    /** A folder for this process, below that of the user. */
    static Path folder() {
        return folder(Path.of(System.getProperty("java.io.tmpdir"), "impact-" + System.getProperty("user.name")));
    }

    /** A folder for this process below another one, from which those of processes that are no more are removed. */
    static Path folder(Path base) {
        try {
            OwnerOnly.folder(base);
            try (Stream<Path> all = Files.list(base)) {
                all.filter(Scratch::isLeft).forEach(Scratch::delete);
            }
            return Files.createTempDirectory(
                    base, "spark-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for what Spark keeps for a time cannot be made: " + base, e);
        }
    }

    private static boolean isLeft(Path folder) {
        OptionalLong process = process(folder);
        return process.isPresent() && ProcessHandle.of(process.getAsLong()).isEmpty();
    }

    private static OptionalLong process(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inmost = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : inmost) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
