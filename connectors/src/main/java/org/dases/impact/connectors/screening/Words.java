// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a column name: lower case, without accents and digits, split at signs and at humps. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");

    private Words() {}

    static Set<String> of(String name) {
        String spaced = HUMP.matcher(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll(" ");
        Set<String> words = new LinkedHashSet<>(Arrays.asList(NOT_LETTERS.split(spaced.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    /** A set out of a text of words. */
    static Set<String> set(String words) {
        return Set.of(words.strip().split("\\s+"));
    }
}
