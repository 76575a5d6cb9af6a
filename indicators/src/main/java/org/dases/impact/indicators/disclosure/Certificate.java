// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * What the gate attests of a release. Restricted hashes and figures that tell nothing about a single cell.
 *
 * @param rules the thresholds that were applied
 * @param cells cells of all tables: rows published and withheld
 * @param published rows with numbers: exact ones and bands
 * @param banded rates printed as a band, among the published
 * @param frozen rows reprinted from an earlier release, among the published
 * @param withheld rows without any number
 * @param seeds of the attack by recomputation, which is random
 * @param inputSha256 hash of the tables submitted, in hexadecimal
 */
public record Certificate(
        Rules rules,
        long cells,
        long published,
        long banded,
        long frozen,
        long withheld,
        List<Long> seeds,
        String inputSha256) {
    public Certificate {
        seeds = List.copyOf(seeds);
    }

    static Certificate of(Submission submission, List<ClearedTable> tables) {
        List<ClearedRow> rows =
                tables.stream().flatMap(table -> table.rows().stream()).toList();
        long published = tables.stream().mapToLong(ClearedTable::published).sum();
        long banded = rows.stream().filter(row -> row.valueLow() != null).count();
        long frozen = rows.stream().filter(row -> row.frozenSince() != null).count();
        return new Certificate(
                submission.rules(),
                rows.size(),
                published,
                banded,
                frozen,
                rows.size() - published,
                Recomputation.SEEDS,
                hash(submission));
    }

    private static String hash(Submission submission) {
        MessageDigest digest = digest();
        for (CellTable table : submission.tables()) {
            add(digest, table.id(), table.axes(), table.series());
            table.cohorts().forEach(cohort -> add(digest, cohort.at(), new TreeMap<>(cohort.tallies())));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Object... parts) {
        for (Object part : parts) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
