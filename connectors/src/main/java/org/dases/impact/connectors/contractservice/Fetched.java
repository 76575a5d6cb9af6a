// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contractservice;

/** What a contract service answered. */
public sealed interface Fetched {
    /** It gave a document. Whether it is the contract that was asked for is not looked at. */
    final class Document implements Fetched {
        private final byte[] bytes;

        Document(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /**
         * What it gave.
         *
         * @return a copy
         */
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * It says that there is no such contract.
     *
     * @param status HTTP status, 404 or 410
     */
    record Gone(int status) implements Fetched {}

    /**
     * It could not be asked, or its answer is none.
     *
     * @param reason why
     * @param detail a number or name that belongs to the reason, without any secret
     */
    record Failed(Reason reason, String detail) implements Fetched {}

    /** Why a service gave no answer. */
    enum Reason {
        /** It did not answer in time. */
        TIMEOUT,
        /** No connection could be made, or it broke. */
        UNREACHABLE,
        /** It answered with an HTTP status that tells of an error. */
        STATUS,
        /** It does not accept the secret. */
        NOT_ALLOWED,
        /** It sends elsewhere too often, or to where nobody may be sent. */
        REDIRECT,
        /** Its answer is larger than a contract can be. */
        TOO_LARGE,
        /** The contract, and the secret where there is one, would go unencrypted over the network. */
        NOT_ENCRYPTED
    }
}
