// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command cannot go on: what to tell the person, and the exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient List<String> lines;

    /**
     * Makes a failure.
     *
     * @param code exit code
     * @param lines what is printed, each line with problem, place, reason and fix
     * @param cause what led to it, or null
     */
    Failure(ExitCode code, List<String> lines, @Nullable Throwable cause) {
        super(String.join("\n", lines), cause);
        this.code = code;
        this.lines = List.copyOf(lines);
    }

    static Failure configuration(String line) {
        return new Failure(ExitCode.CONFIGURATION, List.of(line), null);
    }

    ExitCode code() {
        return code;
    }

    /** What a machine reads in place of a result. */
    Map<String, Object> forMachines() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("exit_code", code.code());
        told.put("errors", lines);
        return told;
    }

    List<String> lines() {
        return lines;
    }
}
