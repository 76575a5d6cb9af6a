// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

/**
 * Where a log is not what was written.
 *
 * @param kind what is wrong
 * @param number place of the entry
 */
public record Break(Kind kind, long number) {
    /** What is wrong with an entry. */
    public enum Kind {
        /** It is not there. */
        MISSING,
        /** Its place is taken by two. */
        TWICE,
        /** It does not say what it said. */
        CHANGED,
        /** It does not go on from the entry before it. */
        MOVED,
        /** All up to it was written anew: its hash is not the one noted outside of the log. */
        REPLACED,
        /** It goes on from the last entry that is noted outside of the log, where nothing more was written. */
        ADDED,
        /** The file that notes the last entry is not there or cannot be read; the entry is the last one there is. */
        HEAD
    }
}
