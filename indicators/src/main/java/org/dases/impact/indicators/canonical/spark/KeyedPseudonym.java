// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import org.apache.spark.sql.api.java.UDF1;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.jspecify.annotations.Nullable;

/**
 * Gives pseudonyms within one domain. The key travels inside this object only; nothing that prints it shows the key.
 */
final class KeyedPseudonym implements UDF1<@Nullable String, @Nullable String> {
    private static final long serialVersionUID = 1L;

    private final String domain;
    private final PseudonymKey key;

    KeyedPseudonym(String domain, PseudonymKey key) {
        this.domain = domain;
        this.key = key;
    }

    @Override
    public @Nullable String call(@Nullable String identifier) {
        return identifier == null || identifier.isBlank() ? null : key.pseudonym(domain, identifier);
    }

    @Override
    public String toString() {
        return "pseudonym in domain " + domain;
    }
}
