// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Entries of the log as JSON, for those who gave the data. */
public final class DecisionFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DecisionFile() {}

    /**
     * An entry as the members of a JSON object.
     *
     * @param entry the entry
     * @return number, at, point, dataset, contract, contract_sha256, action, purposes, decision, reasons, previous,
     *     hash
     */
    public static Map<String, Object> entry(LogEntry entry) {
        Decided decided = entry.decided();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", entry.number());
        map.put("at", decided.at().toString());
        map.put("point", decided.point());
        map.put("dataset", decided.dataset());
        map.put("contract", decided.contract());
        map.put("contract_sha256", decided.sha256());
        map.put("action", decided.action());
        map.put("purposes", decided.purposes());
        map.put("decision", decided.permitted() ? "permit" : "deny");
        map.put("reasons", decided.reasons());
        map.put("previous", entry.previous());
        map.put("hash", entry.hash());
        return map;
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param file where
     * @param content a JSON object
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Map<String, Object> content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".decisions", ".json");
        JSON.writeValue(aside.toFile(), content);
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
