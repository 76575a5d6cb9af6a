// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.workspace.WithdrawalList;

/** Remembers of each dataset that rests on consent how its learners are found, in a file of the restricted zone. */
final class ConsentBook {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    ConsentBook(Lake lake) {
        this.folder = lake.folder(lake.restricted() + "/consent");
    }

    /** What is remembered of all datasets, in the order of their names. */
    List<Consented> all() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(ConsentBook::read)
                    .sorted(Comparator.comparing(Consented::dataset))
                    .toList();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    Optional<Consented> of(String dataset) {
        return all().stream().filter(each -> each.dataset().equals(dataset)).findFirst();
    }

    void write(Consented consented) {
        ObjectNode json =
                JSON.createObjectNode().put("dataset", consented.dataset()).put("contract", consented.contract());
        json.putObject("withdrawals")
                .put("path", consented.list().path())
                .put("column", consented.list().column())
                .put("delimiter", consented.list().delimiter());
        consented.expressions().forEach(json.putArray("expressions")::add);
        consented.domains().forEach(json.putArray("domains")::add);
        Path file = folder.resolve(consented.dataset() + ".json");
        try {
            Files.createDirectories(folder);
            Path aside = folder.resolve(consented.dataset() + ".new");
            JSON.writeValue(aside.toFile(), json);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Of a dataset that has no rows any more nobody has to be found. */
    void forget(Consented consented) {
        Path file = folder.resolve(consented.dataset() + ".json");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static Consented read(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            JsonNode list = json.path("withdrawals");
            return new Consented(
                    json.path("dataset").asText(),
                    json.path("contract").asText(),
                    new WithdrawalList(
                            list.path("path").asText(),
                            list.path("column").asText(),
                            list.path("delimiter").asText()),
                    texts(json.path("expressions")),
                    texts(json.path("domains")));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static SortedSet<String> texts(JsonNode array) {
        SortedSet<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static UncheckedIOException unusable(Path file, IOException e) {
        return new UncheckedIOException("what is remembered of consents cannot be used: " + file, e);
    }
}
