// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises values that identify a person by their form. One pass over the characters decides which patterns are worth
 * trying, so that most values cost nothing more.
 */
final class ValueForms {
    private static final int SHORTEST = 6;
    private static final int FEWEST_DIGITS = 8;

    private static final int EMAIL = IdentifierKind.EMAIL.bit();
    private static final int PHONE = IdentifierKind.PHONE.bit();
    private static final int IP_ADDRESS = IdentifierKind.IP_ADDRESS.bit();
    private static final int STUDENT_NUMBER = IdentifierKind.STUDENT_NUMBER.bit();
    private static final int NIR = IdentifierKind.SOCIAL_SECURITY_NUMBER.bit();

    /** RNIE since 2018, BEA before, and apprentices; formats as checked by the state's apprenticeship platforms. */
    private static final Pattern INE =
            Pattern.compile("(?<![\\w/-])(?:\\d{9}[A-Za-z]{2}|\\d{10}[A-Za-z]|\\d{4}[Aa]\\d{5}[A-Za-z])(?![\\w/-])");

    private static final Pattern DATE = Pattern.compile("\\s*(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
            + "|\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:\\d{4}|\\d{2})|(?:19|20)\\d{6}|\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4})"
            + "(?:[T ].*)?");
    private static final int LONGEST_SCHEME = 12;

    private ValueForms() {}

    /** The kinds that the value has the form of, as bits; neither dates nor free text. */
    static int of(String value) {
        int length = value.length();
        if (length < SHORTEST) {
            return 0;
        }
        int digits = 0;
        int ats = 0;
        int dots = 0;
        int colons = 0;
        int percents = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '@') {
                ats++;
            } else if (c == '.') {
                dots++;
            } else if (c == ':') {
                colons++;
            } else if (c == '%') {
                percents++;
            }
        }
        int forms = ats + percents > 0 && dots > 0 && EmailForm.isIn(value) ? EMAIL : 0;
        if (digits < FEWEST_DIGITS && dots < 3 && colons < 2) {
            return forms;
        }
        if (isReference(value, colons) || (colons >= 2 && PlainForm.isInstant(value))) {
            return forms;
        }
        return forms | addresses(value, digits, dots, colons) | numbers(value, digits);
    }

    private static int addresses(String value, int digits, int dots, int colons) {
        boolean four = dots >= 3 && digits >= 4 && IpForm.isVersion4In(value);
        return four || (colons >= 2 && IpForm.isVersion6In(value)) ? IP_ADDRESS : 0;
    }

    private static int numbers(String value, int digits) {
        if (digits < FEWEST_DIGITS || PlainForm.isUuid(value)) {
            return 0;
        }
        int forms = PhoneForm.isIn(value) ? PHONE : 0;
        if (value.length() >= 11 && INE.matcher(value).find()) {
            forms |= STUDENT_NUMBER;
        }
        return digits >= 13 && NirForm.isIn(value) ? forms | NIR : forms;
    }

    /** An IRI alone: whatever number stands in it names a resource. */
    private static boolean isReference(String value, int colons) {
        if (colons == 0 || value.indexOf(' ') >= 0) {
            return false;
        }
        int scheme = value.indexOf("://");
        return (scheme > 0 && scheme <= LONGEST_SCHEME) || value.startsWith("urn:");
    }

    static boolean isFullDate(String value) {
        Matcher matcher = DATE.matcher(value);
        return value.length() >= SHORTEST && matcher.matches();
    }

    /** Whether at least so many words, each with two letters or more, stand between spaces. */
    static boolean hasWords(String value, int least) {
        if (value.length() < least * 3 - 1) {
            return false;
        }
        int words = 0;
        int letters = 0;
        boolean word = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isWhitespace(c)) {
                words += word ? 1 : 0;
                word = false;
                letters = 0;
            } else {
                letters = Character.isLetter(c) ? letters + 1 : 0;
                word |= letters >= 2;
            }
        }
        return words + (word ? 1 : 0) >= least;
    }
}
