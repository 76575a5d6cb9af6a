// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

/** E-mail addresses in a text. An {@code @} in the path of a URL is none, one in its query is. */
final class EmailForm {
    private static final int LONGEST_LOCAL_PART = 64;

    private EmailForm() {}

    static boolean isIn(String value) {
        String text = value.contains("%40") ? value.replace("%40", "@") : value;
        for (int at = text.indexOf('@', 1); at > 0; at = text.indexOf('@', at + 1)) {
            int local = localStart(text, at);
            if (local < at && hasDomain(text, at + 1) && !isInPathOfUrl(text, local)) {
                return true;
            }
        }
        return false;
    }

    private static int localStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL_PART && isLocal(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\'';
    }

    /** At least two labels, the last of two letters or more. */
    private static boolean hasDomain(String text, int start) {
        int end = start;
        int label = start;
        boolean dotted = false;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == '.')) {
            if (text.charAt(end) == '.') {
                if (end == label) {
                    return false;
                }
                if (end + 2 < text.length()
                        && Character.isLetter(text.charAt(end + 1))
                        && Character.isLetter(text.charAt(end + 2))) {
                    dotted = true;
                }
                label = end + 1;
            }
            end++;
        }
        return dotted;
    }

    private static boolean isInPathOfUrl(String text, int before) {
        int start = before;
        boolean query = false;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
            query |= text.charAt(start) == '?' || text.charAt(start) == '=';
        }
        int scheme = text.indexOf("://", start);
        return scheme >= 0 && scheme < before && !query;
    }
}
