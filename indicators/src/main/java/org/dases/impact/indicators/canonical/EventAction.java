// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

/** What a learner did, in the words that all providers share. */
public enum EventAction {
    /** Opened or looked at something. */
    VIEW,
    /** Played, paused or moved within a medium. */
    MEDIA,
    /** Tried to answer or was evaluated. */
    ATTEMPT,
    /** Succeeded. */
    PASS,
    /** Did not succeed. */
    FAIL,
    /** Came to the end. */
    COMPLETE,
    /** Got a score. */
    SCORE,
    /** Earned a badge. */
    BADGE,
    /** Joined a course. */
    ENROL,
    /** Left a course. */
    UNENROL,
    /** Downloaded a resource. */
    DOWNLOAD,
    /** Asked, posted or commented. */
    SOCIAL,
    /** Ended a session. */
    END
}
