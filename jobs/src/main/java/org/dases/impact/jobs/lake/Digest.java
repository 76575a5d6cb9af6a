// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 over several texts, by which a step sees that its inputs are those of last time. */
public final class Digest {
    private Digest() {}

    /**
     * Hashes the parts in their order; each part's length goes in too, so that moved borders give another hash.
     *
     * @param parts any texts
     * @return 64 hexadecimal digits
     */
    public static String of(List<String> parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
