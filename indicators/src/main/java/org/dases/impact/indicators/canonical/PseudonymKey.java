// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret that turns identifiers into pseudonyms: hex HMAC-SHA-256 over domain, U+0000 and the identifier.
 *
 * <p>It never shows itself: no accessor, and {@link #toString} hides it. It is serializable so that Spark can carry it
 * to its executors; write it nowhere else.
 */
public final class PseudonymKey implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 16;

    private final byte[] secret;
    /** Holds the key schedule; cloned for each use, since a Mac is not thread-safe. */
    private transient volatile @Nullable Mac prototype;

    private PseudonymKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Takes a key.
     *
     * @param secret random bytes, at least 16; copied
     * @return the key
     */
    public static PseudonymKey of(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the pseudonym key is too short: needs at least " + LEAST_BYTES + " random bytes");
        }
        return new PseudonymKey(secret.clone());
    }

    /**
     * The pseudonym of an identifier.
     *
     * @param domain pseudonym domain, without U+0000
     * @param identifier what to hide
     * @return 64 hexadecimal digits
     */
    public String pseudonym(String domain, String identifier) {
        Mac mac = mac();
        mac.update(domain.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac ready = prototype;
            if (ready == null) {
                ready = Mac.getInstance(ALGORITHM);
                ready.init(new SecretKeySpec(secret, ALGORITHM));
                prototype = ready;
            }
            return (Mac) ready.clone();
        } catch (GeneralSecurityException | CloneNotSupportedException impossible) {
            throw new IllegalStateException("this Java runtime has no usable " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey[hidden]";
    }
}
