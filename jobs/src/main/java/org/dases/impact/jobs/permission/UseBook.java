// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Counted;
import org.dases.impact.jobs.lake.Digest;
import org.dases.impact.jobs.lake.Lake;

/**
 * The uses that were made of what contracts offer, in files of the restricted zone that are only added to: one a
 * contract, one line a use. One use is one pull of a dataset that reads something. It is reserved before anything is
 * read and counts even where the pull is killed right after.
 *
 * <p>Two that reserve at the same moment, in one process or in two, come one after the other: the second sees the use
 * of the first. A line that cannot be read, as one that was killed while it was written, counts as a use of everything.
 */
public final class UseBook {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A lock of the operating system keeps other processes out, not other threads. */
    private static final Object THREADS = new Object();

    /** Another pull may reserve between the moment that is asked about and the look at the uses. */
    private static final Duration MEANWHILE = Duration.ofSeconds(10);

    private final Optional<Path> folder;

    /**
     * The uses that are noted in a lake.
     *
     * @param lake need not be there yet; on an object store nothing is known of uses
     */
    public UseBook(Lake lake) {
        this.folder = lake.local().map(root -> root.resolve("restricted").resolve("uses"));
    }

    private record Use(Optional<String> resource, Optional<Instant> at) {}

    /**
     * How often what a contract counts for a resource was used.
     *
     * @param contract the contract
     * @param resource identifier of the resource
     * @return empty when it cannot be known here
     */
    public OptionalInt used(Contract contract, String resource) {
        return folder.map(each -> OptionalInt.of(counted(uses(contract), contract, resource)))
                .orElse(OptionalInt.empty());
    }

    /**
     * How long a contract has been used, since the first use of anything under it: so the time does not begin anew when
     * another resource of the same contract is asked for.
     *
     * @param contract the contract
     * @param at the moment
     * @return zero before the first use; empty when it cannot be known: on an object store, after a line that cannot be
     *     read, and when a use is noted seconds later, since then the clock was set back
     */
    Optional<Duration> elapsed(Contract contract, Instant at) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        List<Use> uses = uses(contract);
        List<Instant> times =
                uses.stream().flatMap(use -> use.at().stream()).sorted().toList();
        if (uses.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        return times.size() < uses.size() || times.get(times.size() - 1).isAfter(at.plus(MEANWHILE))
                ? Optional.empty()
                : Optional.of(times.get(0).isAfter(at) ? Duration.ZERO : Duration.between(times.get(0), at));
    }

    /**
     * Reserves the next use, if it is permitted.
     *
     * @param contract the contract
     * @param resource identifier of the resource
     * @param dataset whose pull it is
     * @param at when
     * @param permits whether the use of this number is permitted; asked while nobody else can reserve
     * @return its number; empty when it is not permitted, and then nothing is noted
     */
    OptionalInt reserve(Contract contract, String resource, String dataset, Instant at, IntPredicate permits) {
        Path file = file(contract).orElseThrow(() -> new IllegalStateException("uses are counted on local lakes"));
        synchronized (THREADS) {
            try {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                // Not the file itself: the system gives the lock up when any channel on it is closed, as readers do.
                Path guard = file.resolveSibling(file.getFileName() + ".lock");
                try (FileChannel channel =
                                FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    int number = counted(uses(contract), contract, resource) + 1;
                    if (!lock.isValid() || !permits.test(number)) {
                        return OptionalInt.empty();
                    }
                    append(file, line(contract, resource, dataset, at));
                    return OptionalInt.of(number);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("uses of contracts cannot be counted in " + file, e);
            }
        }
    }

    private static void append(Path file, String line) throws IOException {
        boolean torn = Files.exists(file)
                && !Files.readString(file, StandardCharsets.ISO_8859_1).endsWith("\n");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode((torn && channel.size() > 0 ? "\n" : "") + line + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String line(Contract contract, String resource, String dataset, Instant at)
            throws JsonProcessingException {
        ObjectNode use = JSON.createObjectNode();
        use.put("at", at.toString());
        use.put("contract", contract.id());
        use.put("contract_sha256", contract.sha256());
        use.put("resource", resource);
        use.put("dataset", dataset);
        return JSON.writeValueAsString(use);
    }

    private static int counted(List<Use> uses, Contract contract, String resource) {
        return (int) uses.stream()
                .filter(use -> use.resource()
                        .map(used -> Counted.together(contract, used, resource))
                        .orElse(true))
                .count();
    }

    private List<Use> uses(Contract contract) {
        Path file = file(contract).filter(Files::exists).orElse(null);
        if (file == null) {
            return List.of();
        }
        try {
            // A line that was torn may end within a character.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(UseBook::use)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("uses of contracts cannot be counted in " + file, e);
        }
    }

    private static Use use(String line) {
        try {
            var read = JSON.readTree(line);
            String resource = read.path("resource").asText();
            return resource.isEmpty()
                    ? new Use(Optional.empty(), Optional.empty())
                    : new Use(
                            Optional.of(resource),
                            Optional.of(Instant.parse(read.path("at").asText())));
        } catch (JsonProcessingException | DateTimeException torn) {
            return new Use(Optional.empty(), Optional.empty());
        }
    }

    private Optional<Path> file(Contract contract) {
        return folder.map(each -> each.resolve(Digest.of(List.of(contract.id())).substring(0, 32) + ".jsonl"));
    }
}
