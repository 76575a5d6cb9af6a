// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Comparator;

/**
 * One mistake in a workspace.
 *
 * @param file path relative to the workspace, with {@code /}
 * @param line line, from 1
 * @param column column, from 1
 * @param message what is wrong and why; without a full stop at its end
 * @param fix what to write instead; a sentence, or empty when the message says it already
 */
public record Problem(String file, int line, int column, String message, String fix) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message)
            .thenComparing(Problem::fix);

    /**
     * The problem as one line.
     *
     * @return {@code file:line:column: message. fix}
     */
    public String text() {
        return file + ":" + line + ":" + column + ": " + message + "." + (fix.isEmpty() ? "" : " " + fix);
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
