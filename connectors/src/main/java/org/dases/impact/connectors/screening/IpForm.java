// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IP addresses in a text. Times of day have colons and version numbers dots, but not in these forms. */
final class IpForm {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern VERSION_4 =
            Pattern.compile("(?<![\\w.-])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\w-]|\\.\\w)");
    private static final Pattern TOKEN = Pattern.compile("(?<![\\w:.])[0-9A-Fa-f:]{6,39}(?![\\w:])");
    private static final int GROUPS = 8;

    private IpForm() {}

    static boolean isVersion4In(String value) {
        return VERSION_4.matcher(value).find();
    }

    static boolean isVersion6In(String value) {
        Matcher matcher = TOKEN.matcher(value);
        while (matcher.find()) {
            if (isVersion6(matcher.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVersion6(String token) {
        int gap = token.indexOf("::");
        if (gap >= 0 && token.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int filled = 0;
        for (String group : token.split(":", -1)) {
            if (group.length() > 4) {
                return false;
            }
            filled += group.isEmpty() ? 0 : 1;
        }
        return gap >= 0 ? filled >= 2 && filled < GROUPS : filled == GROUPS;
    }
}
