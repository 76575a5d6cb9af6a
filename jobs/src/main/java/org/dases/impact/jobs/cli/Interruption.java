// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.PrintWriter;

/**
 * The end of the program from outside, by a signal. Whoever sent it is told that it came, and what fails since all
 * stops is no defect.
 */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Tells of what comes from now on until it is {@link #over}. */
    static Interruption watch(PrintWriter err, Messages messages) {
        Thread hook = new Thread(
                () -> {
                    err.println(messages.text("error.interrupted"));
                    err.flush();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** Whether the program is about to end. */
    static boolean isUnderWay() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) { // the one way in which Java says so
            return true;
        }
    }

    /**
     * The command has come to its end by itself.
     *
     * @return false if a signal came before that
     */
    boolean over() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // as above
            return false;
        }
    }
}
