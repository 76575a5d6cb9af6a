// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.PrintWriter;

/**
 * One call of the program.
 *
 * @param out where results go
 * @param err where progress and errors go
 * @param terminal whether a person watches {@code err} on a terminal
 * @param messages texts in the caller's language
 */
record Session(PrintWriter out, PrintWriter err, boolean terminal, Messages messages) {
    Console console(boolean json) {
        return new Console(out, err, json, terminal, messages);
    }
}
