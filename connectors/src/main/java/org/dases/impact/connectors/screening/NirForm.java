// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * French social security numbers with their control key: sex, year, month, département, commune, order, key. Without
 * the key every thirteen-digit number would do; with it one in 97 of the fifteen-digit ones.
 *
 * @see <a href="https://fr.wikipedia.org/wiki/Num%C3%A9ro_de_s%C3%A9curit%C3%A9_sociale_en_France">form and key</a>
 */
final class NirForm {
    private static final Pattern FORM = Pattern.compile("(?<![\\w.,-])([1-478][ .]?\\d{2}[ .]?(?:0[1-9]|[1-9]\\d)[ .]?"
            + "(?:\\d{2}|2[AaBb])[ .]?\\d{3}[ .]?\\d{3})[ .]?(\\d{2})(?!\\w|[.,-]\\d)");
    private static final int MODULUS = 97;

    private NirForm() {}

    static boolean isIn(String value) {
        Matcher matcher = FORM.matcher(value);
        while (matcher.find()) {
            String number = matcher.group(1).replaceAll("[ .]", "").toUpperCase(Locale.ROOT);
            long digits = Long.parseLong(number.replace("2A", "19").replace("2B", "18"));
            if (MODULUS - digits % MODULUS == Long.parseLong(matcher.group(2))) {
                return true;
            }
        }
        return false;
    }
}
