// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.refresh;

/**
 * What came of asking for one contract again.
 *
 * @param file where it lies in the workspace
 * @param contract its identifier
 * @param outcome what came of it
 * @param detail what belongs to the outcome, without any secret
 */
public record Refreshed(String file, String contract, Outcome outcome, String detail) {
    /** What may come of it. */
    public enum Outcome {
        /** The copy is as the service has it. */
        UNCHANGED,
        /** The service has another version, which is the copy now. */
        CHANGED,
        /** The service says that there is none. */
        GONE,
        /** No service is configured that has contracts of this shape. */
        NO_SERVICE,
        /** The secret is not where the workspace says. */
        NO_SECRET,
        /** What the service gave is no contract. */
        UNREADABLE,
        /** What the service gave is another contract. */
        ANOTHER,
        /** It did not answer in time. */
        TIMEOUT,
        /** It could not be reached. */
        UNREACHABLE,
        /** It answered with an error. */
        STATUS,
        /** It does not accept the secret. */
        NOT_ALLOWED,
        /** It sends elsewhere. */
        REDIRECT,
        /** Its answer is too large. */
        TOO_LARGE,
        /** The contract would come unencrypted over the network. */
        NOT_ENCRYPTED;

        /**
         * Whether the copy is now as the service has it.
         *
         * @return true for an unchanged and a changed one
         */
        public boolean isConfirmed() {
            return this == UNCHANGED || this == CHANGED;
        }

        /**
         * Whether asking again later may help.
         *
         * @return true where the service is to blame
         */
        public boolean mayPass() {
            return this == TIMEOUT || this == UNREACHABLE || this == STATUS;
        }
    }
}
