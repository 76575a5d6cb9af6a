// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

/** Why rows must not be kept any more. */
public enum Cause {
    /** Their contract was revoked, or a party to it was. */
    REVOKED,
    /** Their contract has ended and states no longer time to keep data. */
    ENDED,
    /** Their contract has a date by which all data must be gone. */
    DELETE_BY,
    /** They are older than contract or workspace allow to keep data. */
    RETENTION,
    /** Their contract is not among the workspace's any more, and a person named it as gone. */
    NO_CONTRACT,
    /** The learner took the consent back. */
    WITHDRAWN
}
