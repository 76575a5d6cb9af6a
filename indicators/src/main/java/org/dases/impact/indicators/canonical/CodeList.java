// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes with their names. Codes and names are compared in a plain spelling: without regard to case, accents
 * and leading zeros, and with hyphens, apostrophes and spaces taken for the same.
 *
 * @param forms plain spelling → the one form that is kept
 */
public record CodeList(SortedMap<String, String> forms) {
    /** Accents that stand behind their letter, as some systems write them. */
    public static final String MARKS = "\\p{M}+";
    /** What separates the words of a name. */
    public static final String GAPS = "[\\s\\p{Z}\\p{Pd}'’ʼ´`]+";
    /** Zeros before a code. */
    public static final String ZEROS = "^0+(?=.)";

    public CodeList {
        forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
    }

    /**
     * The kept form of what a source says.
     *
     * @param text code or name in any spelling, or null
     * @return empty for null and for what the list does not know
     */
    public Optional<String> find(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.ofNullable(forms.get(plain(text)));
    }

    /**
     * The spelling that codes and names are compared in.
     *
     * @param text code or name
     * @return for instance {@code cote d or} for {@code Côte-d'Or}, {@code 2a} for {@code 02A}
     */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll(MARKS, "")
                .toLowerCase(Locale.ROOT)
                .replaceAll(GAPS, " ")
                .strip()
                .replaceFirst(ZEROS, "");
    }
}
