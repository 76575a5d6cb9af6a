// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

/**
 * Values that are full of digits and yet have the form of nothing that identifies a person. Every statement has several
 * of them, hence no patterns.
 */
final class PlainForm {
    private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final String INSTANT = "dddd-dd-ddTdd:dd:dd";
    private static final String OFFSET = "dd:dd";
    /** Ten digits and the {@code Z} after them would have the form of a student number. */
    private static final int MOST_DECIMALS = 9;

    private PlainForm() {}

    /** With or without braces. */
    static boolean isUuid(String value) {
        int start = value.startsWith("{") ? 1 : 0;
        int end = value.endsWith("}") ? value.length() - 1 : value.length();
        return end - start == UUID.length() && fits(value, start, UUID);
    }

    /** Date and time of day with seconds, at most nine decimals, and {@code Z}, an offset or nothing. */
    static boolean isInstant(String value) {
        if (!fits(value, 0, INSTANT)) {
            return false;
        }
        int at = INSTANT.length();
        if (at < value.length() && value.charAt(at) == '.') {
            int decimals = at + 1;
            at = decimals;
            while (at < value.length() && isDigit(value.charAt(at))) {
                at++;
            }
            if (at == decimals || at - decimals > MOST_DECIMALS) {
                return false;
            }
        }
        return isZone(value, at);
    }

    private static boolean isZone(String value, int at) {
        int left = value.length() - at;
        if (left <= 1) {
            return left == 0 || value.charAt(at) == 'Z';
        }
        boolean isSigned = value.charAt(at) == '+' || value.charAt(at) == '-';
        return isSigned && left == OFFSET.length() + 1 && fits(value, at + 1, OFFSET);
    }

    /** In the form, x is a hexadecimal digit, d a digit, and anything else itself. */
    private static boolean fits(String value, int start, String form) {
        if (value.length() - start < form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = value.charAt(start + i);
            char wanted = form.charAt(i);
            boolean fits = wanted == 'x' ? isDigit(c) || isLetterOfHex(c) : wanted == 'd' ? isDigit(c) : c == wanted;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOfHex(char c) {
        return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
