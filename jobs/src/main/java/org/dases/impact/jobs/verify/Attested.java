// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dases.impact.notebooks.Release;

/**
 * What a certificate says.
 *
 * @param json the whole of it
 */
public record Attested(JsonNode json) {
    private static final int FLOOR = 5;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /**
     * The certificate of a release, as it was committed.
     *
     * @param published root of the published zone
     * @param release the release
     * @param lacking told why there is none
     * @return what it says; empty if it is missing or another one
     */
    public static Optional<Attested> of(Path published, Release release, Consumer<Finding.Kind> lacking) {
        if (release.certificate().isEmpty()) {
            lacking.accept(Finding.Kind.NO_CERTIFICATE);
            return Optional.empty();
        }
        Path file = published.resolve("certificates").resolve("release-" + release.id() + ".json");
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Hash.of(bytes).equals(release.certificate().get())) {
                return Optional.of(new Attested(JSON.readTree(bytes)));
            }
            lacking.accept(Finding.Kind.CERTIFICATE_CHANGED);
        } catch (NoSuchFileException e) {
            lacking.accept(Finding.Kind.CERTIFICATE_MISSING);
        } catch (IOException e) {
            lacking.accept(Finding.Kind.CERTIFICATE_CHANGED);
        }
        return Optional.empty();
    }

    long release() {
        return json.path("release").asLong();
    }

    String releasedAt() {
        return json.path("released_at").asText();
    }

    String head() {
        return json.path("ledger").path("head").asText();
    }

    String previous() {
        return json.path("ledger").path("previous").asText();
    }

    TreeSet<String> tables() {
        TreeSet<String> names = new TreeSet<>();
        json.path("tables").fieldNames().forEachRemaining(names::add);
        return names;
    }

    long figure(String table, String name) {
        return json.path("tables").path(table).path(name).asLong(-1);
    }

    String hash(String table) {
        return json.path("tables").path(table).path("sha256").asText();
    }

    /** Whether the policy is the one that was hashed: its members in alphabetical order, without blanks. */
    boolean hasItsPolicy() {
        try {
            String text = JSON.writeValueAsString(JSON.treeToValue(json.path("policy"), Object.class));
            return Hash.of(text.getBytes(StandardCharsets.UTF_8))
                    .equals(json.path("policy_sha256").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON cannot be written as such", e);
        }
    }

    /** Whether the head of the ledger follows from the other members. */
    boolean hasItsHead() {
        List<String> chain = new ArrayList<>(List.of(
                previous(),
                Long.toString(release()),
                releasedAt(),
                json.path("policy_sha256").asText(),
                json.path("ledger").path("commitment").asText()));
        tables().forEach(table -> chain.add(table + "=" + hash(table)));
        return head().equals(Hash.of(chain));
    }

    /**
     * The threshold of an indicator in a table.
     *
     * @param table name of the table
     * @param indicator id of the indicator
     * @return persons; no certificate makes it less than 5
     */
    public long k(String table, String indicator) {
        return Math.max(FLOOR, indicator(table, indicator).path("k").asLong(Long.MAX_VALUE));
    }

    /**
     * Whether an indicator counts who is in a cell, and does not only follow from other cells.
     *
     * @param table name of the table
     * @param indicator id of the indicator
     * @return true for counts, sums, rates, means and ratios
     */
    public boolean isMeasured(String table, String indicator) {
        return List.of("COUNT", "SUM", "RATE", "MEAN", "RATIO", "QUANTILE", "EFFECT")
                .contains(form(table, indicator));
    }

    /**
     * The form of an indicator.
     *
     * @param table name of the table
     * @param indicator id of the indicator
     * @return as in COUNT or RATE; empty if the certificate knows no such indicator
     */
    public String form(String table, String indicator) {
        return indicator(table, indicator).path("form").asText();
    }

    /**
     * Whether nobody may know where an indicator counts nobody.
     *
     * @param table name of the table
     * @param indicator id of the indicator
     * @return true where all zeros are withheld, or those of the indicator
     */
    public boolean isZeroSecret(String table, String indicator) {
        String zeros = json.path("policy").path("thresholds").path("zeros").asText();
        return zeros.equals("WITHHOLD")
                || indicator(table, indicator).path("sensitive").asBoolean();
    }

    private JsonNode indicator(String table, String indicator) {
        return policy(table).path("indicators").path(indicator);
    }

    /**
     * Whether the values of an indicator add up, since each row that it counts is in one cell of a level.
     *
     * @param table name of the table
     * @param indicator id of the indicator
     * @return false too if the certificate does not say
     */
    public boolean adds(String table, String indicator) {
        return indicator(table, indicator).path("adds").asBoolean();
    }

    /**
     * An axis of a table.
     *
     * @param columns its columns, coarse before fine; empty for the period
     */
    public record Axis(List<String> columns) {
        public Axis {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The axes of a table.
     *
     * @param table name of the table
     * @return its axes in their order; empty if the certificate knows no such table
     */
    public List<Axis> axes(String table) {
        List<Axis> axes = new ArrayList<>();
        for (JsonNode axis : policy(table).path("axes")) {
            List<String> columns = new ArrayList<>();
            axis.path("columns").forEach(column -> columns.add(column.asText()));
            axes.add(new Axis(columns));
        }
        return axes;
    }

    private JsonNode policy(String table) {
        return json.path("policy").path("tables").path(table);
    }

    /** Figures that everybody can count, by their names. */
    Map<String, Long> figures(String table) {
        Map<String, Long> figures = new TreeMap<>();
        for (String name : List.of("rows", "published", "frozen", "withheld")) {
            figures.put(name, figure(table, name));
        }
        return figures;
    }
}
