// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.dases.impact.jobs.lake.LakeException;

/** Decisions that are not in the log yet: one line of JSON each, on the disk before anything is done by it. */
final class Pending {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Pending(Path file) {
        this.file = file;
    }

    void add(Decided decision) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                // A line feed first: a line that a killed run has torn stays a line of its own.
                ByteBuffer line = ByteBuffer.wrap(
                        ("\n" + JSON.writeValueAsString(map(decision))).getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(false);
            }
        } catch (IOException e) {
            throw LakeException.undecided(file.toString(), e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw LakeException.undecided(file.toString(), e);
        }
    }

    /** What a killed run has left, oldest first. A line that was torn was of a decision that nothing was done by. */
    List<Decided> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Decided> left = new ArrayList<>();
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
                decision(line).ifPresent(left::add);
            }
            return left;
        } catch (IOException e) {
            throw LakeException.undecided(file.toString(), e);
        }
    }

    private static Map<String, Object> map(Decided decision) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", decision.at().toString());
        map.put("point", decision.point());
        map.put("dataset", decision.dataset());
        map.put("contract", decision.contract());
        map.put("sha256", decision.sha256());
        map.put("action", decision.action());
        map.put("purposes", decision.purposes());
        map.put("permitted", decision.permitted());
        map.put("reasons", decision.reasons());
        return map;
    }

    private static Optional<Decided> decision(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(line);
            return Optional.of(new Decided(
                    Instant.parse(node.required("at").asText()),
                    node.required("point").asText(),
                    node.required("dataset").asText(),
                    node.required("contract").asText(),
                    node.required("sha256").asText(),
                    node.required("action").asText(),
                    new TreeSet<>(texts(node.required("purposes"))),
                    node.required("permitted").asBoolean(),
                    texts(node.required("reasons"))));
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
