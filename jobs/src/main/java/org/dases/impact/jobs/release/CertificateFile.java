// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.ClearedRelease;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.jobs.export.WholeFile;
import org.dases.impact.jobs.lake.Digest;

/**
 * The certificate of a release, published beside its tables: hashes of the rows of each table, of the policy and of the
 * head of the ledger, the seeds of the attack, and figures that everybody can count in the tables. Nothing in it is a
 * function of a withheld number but the commitment to the ledger, which is hidden by a random text.
 */
final class CertificateFile {
    /** Head of the chain before the first release. */
    static final String NO_HEAD = "0".repeat(64);

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Path folder;

    /**
     * Certificates of a published zone.
     *
     * @param published its root
     */
    CertificateFile(Path published) {
        this.folder = published.resolve("certificates");
    }

    /**
     * How a release is tied to its certificate and to its page of the ledger.
     *
     * @param commitment hash of the page
     * @param head of the chain over all pages up to this one
     * @param certificate hash of the file
     */
    record Seal(String commitment, String head, String certificate) {}

    /**
     * Writes the certificate of a release; it counts from the moment at which the release is committed with its hash.
     *
     * @param release number
     * @param head when and by which engine
     * @param policy by which rules
     * @param cleared what was cleared
     * @param hashes table to the hash of its rows
     * @param commitment hash of the page of the ledger
     * @param previous head of the release before, or {@link #NO_HEAD}
     */
    Seal write(
            long release,
            PublishedZone.ReleaseHead head,
            Map<String, Object> policy,
            ClearedRelease cleared,
            Map<String, String> hashes,
            String commitment,
            String previous) {
        String policyHash = sha256(text(policy));
        List<String> chain = new ArrayList<>(
                List.of(previous, Long.toString(release), head.at().toString(), policyHash, commitment));
        new TreeMap<>(hashes).forEach((table, hash) -> chain.add(table + "=" + hash));
        String ledgerHead = Digest.of(chain);
        Map<String, Object> certificate = new TreeMap<>();
        certificate.put("form", 1);
        certificate.put("release", release);
        certificate.put("released_at", head.at().toString());
        certificate.put("engine_version", head.engineVersion());
        certificate.put("policy", policy);
        certificate.put("policy_sha256", policyHash);
        certificate.put("probe_seeds", cleared.certificate().seeds());
        certificate.put("ledger", Map.of("commitment", commitment, "previous", previous, "head", ledgerHead));
        Map<String, Object> byTable = new TreeMap<>();
        cleared.tables()
                .forEach(table -> byTable.put(table.id(), figures(table, String.valueOf(hashes.get(table.id())))));
        certificate.put("tables", byTable);
        String text = indented(certificate);
        store(release, text);
        return new Seal(commitment, ledgerHead, sha256(text));
    }

    private static Map<String, Object> figures(ClearedTable table, String hash) {
        long frozen =
                table.rows().stream().filter(row -> row.frozenSince() != null).count();
        return Map.of(
                "rows",
                table.rows().size(),
                "published",
                table.published(),
                "frozen",
                frozen,
                "withheld",
                table.withheld(),
                "sha256",
                hash);
    }

    private void store(long release, String text) {
        Path file = folder.resolve("release-" + release + ".json");
        try {
            Files.createDirectories(folder);
            WholeFile.write(file, out -> out.write(text));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the certificate of release " + release + " cannot be written to " + file, e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy cannot be written as JSON", e);
        }
    }

    private static String indented(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a certificate cannot be written as JSON", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
