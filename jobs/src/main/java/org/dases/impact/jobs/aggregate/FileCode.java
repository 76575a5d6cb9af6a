// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dases.impact.jobs.workspace.Suggestion;

/**
 * A code that no tree has, as a message may tell it. A column too far left holds counts where codes should be, and a
 * wrong column may hold names, addresses or pseudonyms: only a short word is repeated, or what is nearly a code of the
 * tree. The place is told in any case.
 */
final class FileCode {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_.-]{0,15}");
    private static final Pattern TEXT = Pattern.compile("\\p{L}[\\p{L}\\p{N} _'’/(),.&+-]{0,39}");
    private static final String UNTOLD = "…";

    /** Of shorter codes nearly each has one mistake's distance from another, as A2 from B2. */
    private static final int SHORT = 4;

    private FileCode() {}

    /** What is wrong with a code that no tree has. */
    static String unknown(String code, String column, Hierarchy hierarchy) {
        return "Code " + told(code, hierarchy.known()) + " in column " + column + " is not in the tree of dimension "
                + hierarchy.name() + hint(code, hierarchy.known()) + ".";
    }

    /** The code which was likely meant, for a message. */
    static String hint(String code, Collection<String> known) {
        return likely(code, known)
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }

    private static String told(String code, Collection<String> known) {
        boolean isTold = WORD.matcher(code).matches()
                || (TEXT.matcher(code).matches() && likely(code, known).isPresent());
        return isTold ? code : UNTOLD;
    }

    private static Optional<String> likely(String code, Collection<String> known) {
        Optional<String> same =
                known.stream().filter(each -> plain(each).equals(plain(code))).min(String::compareTo);
        return same.isPresent() || code.length() < SHORT ? same : Suggestion.nearest(code, known);
    }

    /** Without regard to case, blanks and how a letter with an accent is written. */
    private static String plain(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
