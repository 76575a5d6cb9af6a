// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cell as it is asked for on the command line, as in {@code sex=F,dep=A1}. */
final class AskedCodes {
    private AskedCodes() {}

    static Map<String, String> of(Console console, String asked) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String each : List.of(asked.split(",", -1))) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw Failure.configuration(console.messages().text("gate.asked", asked));
            }
            String dimension = each.substring(0, equals).strip();
            if (codes.put(dimension, each.substring(equals + 1).strip()) != null) {
                throw Failure.configuration(console.messages().text("gate.askedTwice", asked, dimension));
            }
        }
        return codes;
    }
}
