// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dases.impact.jobs.lake.Digest;

/**
 * All versions of contracts that were fetched, each in a file named by its hash that is never written again, and what
 * the services answered, in files that are only added to. They lie in {@code .impact/contracts} of the workspace.
 */
public final class ContractCopies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /**
     * The copies of a workspace.
     *
     * @param workspace its folder
     */
    public ContractCopies(Path workspace) {
        this.folder = workspace.resolve(".impact/contracts");
    }

    /**
     * What a service answered.
     *
     * @param at when
     * @param sha256 hash of the version that it confirmed; empty when it said that there is no such contract
     */
    public record Answered(Instant at, Optional<String> sha256) {}

    /**
     * The last answer about a contract.
     *
     * @param contract its identifier
     * @return empty when none was ever given, or when the last cannot be read
     */
    public Optional<Answered> last(String contract) {
        Path file = answers(contract);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((one, other) -> other)
                    .flatMap(ContractCopies::answered);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static Optional<Answered> answered(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            Instant at = Instant.parse(read.path("at").asText());
            return switch (read.path("answer").asText()) {
                case "confirmed" ->
                    Optional.of(new Answered(at, Optional.of(read.path("sha256").asText())));
                case "gone" -> Optional.of(new Answered(at, Optional.empty()));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | DateTimeException torn) {
            return Optional.empty();
        }
    }

    /** Keeps a version, if it is not kept yet. */
    void keep(String contract, String sha256, byte[] bytes) {
        Path file = of(contract).resolve(sha256 + ".json");
        try {
            Files.createDirectories(of(contract));
            if (!Files.exists(file)) {
                replace(file, bytes);
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Whole or not at all, and under a name that no reader of contracts takes for one until then. */
    static void replace(Path file, byte[] bytes) throws IOException {
        // A name of its own, since two may refresh at the same moment.
        Path aside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.write(aside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    void confirmed(String contract, String sha256, Instant at) {
        ObjectNode line = JSON.createObjectNode().put("at", at.toString()).put("answer", "confirmed");
        add(contract, line.put("sha256", sha256));
    }

    void gone(String contract, Instant at) {
        add(contract, JSON.createObjectNode().put("at", at.toString()).put("answer", "gone"));
    }

    private void add(String contract, ObjectNode line) {
        Path file = answers(contract);
        try {
            Files.createDirectories(of(contract));
            // A line that was torn by a kill ends here.
            Files.writeString(
                    file, "\n" + line.put("contract", contract), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private Path answers(String contract) {
        return of(contract).resolve("answers.jsonl");
    }

    private Path of(String contract) {
        return folder.resolve(Digest.of(List.of(contract)).substring(0, 32));
    }

    private static UncheckedIOException unusable(Path file, IOException e) {
        return new UncheckedIOException("the copies of contracts cannot be used: " + file, e);
    }
}
