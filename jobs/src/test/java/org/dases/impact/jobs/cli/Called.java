// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a call of the command line gave. */
public record Called(int code, String out, String err) {
    /**
     * Calls.
     *
     * @param args arguments as on the command line
     * @return exit code and what was written
     */
    public static Called with(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(List.of(args), new PrintWriter(out), new PrintWriter(err));
        return new Called(code, out.toString(), err.toString());
    }
}
