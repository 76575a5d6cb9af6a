// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

/**
 * A text that an official reads, in French and in English. Neither is empty.
 *
 * @param fr French
 * @param en English
 */
public record Text(String fr, String en) {
    public Text {
        if (fr.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages, was fr='" + fr + "' en='" + en + "'");
        }
    }
}
