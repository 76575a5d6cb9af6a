// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers: the French forms, and any international one that begins with a plus sign. */
final class PhoneForm {
    private static final Pattern FRENCH =
            Pattern.compile("(?<![\\w.,+/-])(?:0|(?:\\+|00)33[ .\\u00A0-]?(?:\\(0\\)[ .-]?)?)"
                    + "[1-9](?:[ .\\u00A0-]?\\d{2}){4}(?![\\w/]|[.,-]\\d)");
    private static final Pattern INTERNATIONAL =
            Pattern.compile("(?<!\\w)\\+[1-9]\\d{0,2}(?:[ .()\\u00A0-]{0,2}\\d{1,4}){2,6}(?![\\w]|[.,:]\\d)");
    private static final int FEWEST_DIGITS = 8;

    private PhoneForm() {}

    static boolean isIn(String value) {
        if (value.indexOf('0') >= 0 && FRENCH.matcher(value).find()) {
            return true;
        }
        int plus = value.indexOf('+');
        if (plus < 0) {
            return false;
        }
        if (FRENCH.matcher(value).find(plus)) {
            return true;
        }
        Matcher matcher = INTERNATIONAL.matcher(value);
        while (matcher.find()) {
            if (matcher.group().chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
                return true;
            }
        }
        return false;
    }
}
