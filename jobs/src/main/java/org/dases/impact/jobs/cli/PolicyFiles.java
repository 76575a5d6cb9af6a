// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.policy.PolicyDocument;

/** Policies and requests in files outside of a workspace. */
final class PolicyFiles {
    private PolicyFiles() {}

    static PolicyDocument policy(Console console, Path file) {
        return read(console, file, (name, bytes) -> PolicyDocument.read(name, bytes, modified(file)));
    }

    /** What a file holds; a {@link Failure} with each problem, its place, reason and fix when it cannot be read. */
    static <T> T read(Console console, Path file, BiFunction<String, byte[], Reading<T>> reader) {
        return reader.apply(file.toString(), bytes(console, file)).match(value -> value, problems -> {
            List<String> lines =
                    problems.stream().limit(20).map(console.messages()::said).toList();
            throw new Failure(ExitCode.CONFIGURATION, lines, null);
        });
    }

    private static byte[] bytes(Console console, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Failure(
                    ExitCode.CONFIGURATION, List.of(console.messages().text("policy.unreadable", file)), unreadable);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
