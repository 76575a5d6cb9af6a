// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.regex.Pattern;

/**
 * A code that no tree has, as a message may tell it. A column too far left holds counts where codes should be, and a
 * wrong column may hold addresses or pseudonyms: only a short word is repeated. The place is told in any case.
 */
final class FileCode {
    private static final Pattern CODE = Pattern.compile("\\p{L}[\\p{L}\\p{N}_.-]{0,15}");
    private static final String UNTOLD = "…";

    private FileCode() {}

    /** The code where it is a short word that begins with a letter; three dots otherwise. */
    static String told(String code) {
        return CODE.matcher(code).matches() ? code : UNTOLD;
    }
}
