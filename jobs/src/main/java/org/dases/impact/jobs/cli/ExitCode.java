// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended, for scripts and schedulers. */
enum ExitCode {
    /** Done. */
    DONE(0),
    /** Configuration or definition is wrong. */
    CONFIGURATION(2),
    /** A contract refuses. */
    CONTRACT(3),
    /** The gate refuses to publish. */
    GATE(4),
    /** A source is not available; try again later. */
    SOURCE(5),
    /** A defect of the program. */
    BUG(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Code to its meaning, in order, as the help shows it. */
    static Map<String, String> described(Messages messages) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (ExitCode each : values()) {
            lines.put(Integer.toString(each.code), messages.text("exit." + each.code));
        }
        return lines;
    }
}
