// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

/**
 * Something that does not hold. It tells where, and no number.
 *
 * @param release number of the release
 * @param kind what
 * @param place table, and the cell where it is about one; empty where it is about the release
 */
public record Finding(long release, Kind kind, String place) {
    /** What does not hold. */
    public enum Kind {
        /** The release was made before there were certificates. */
        NO_CERTIFICATE,
        /** The certificate is not there. */
        CERTIFICATE_MISSING,
        /** The certificate is not the one that the release was committed with. */
        CERTIFICATE_CHANGED,
        /** The hash of the policy is another one. */
        POLICY,
        /** The head of the ledger does not follow from what the certificate says. */
        HEAD,
        /** The chain does not go on from the release before. */
        CHAIN,
        /** The release has other tables than the certificate. */
        TABLES,
        /** A table cannot be read, or its rows contradict themselves. */
        UNREADABLE,
        /** A table has another number of rows, published, frozen or withheld. */
        FIGURES,
        /** The rows of a table are others. */
        ROWS,
        /** A row is about fewer persons than k. */
        SMALL,
        /** A confidential row holds a number. */
        NUMBER_IN_SECRET,
        /** A whole and its parts do not fit. */
        SUM,
        /** A frozen row is not what an earlier release printed. */
        FROZEN,
        /** A number differs from that of an earlier release by fewer persons than k. */
        DIFFERENCE,
        /** An exported file is not what the release says. */
        EXPORT
    }
}
