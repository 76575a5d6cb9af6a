// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.Locale;

/** How far a contract has come. Only a signed one permits anything. */
public enum ContractStatus {
    /** Concluded and in force. */
    SIGNED("is signed"),
    /** Not signed by everybody yet. */
    PENDING("is pending: it has not been signed by everybody"),
    /** Its terms are not agreed yet. */
    UNDER_NEGOTIATION("is still under negotiation"),
    /** An offer, a request or a set of rules: nobody has concluded it. */
    PROPOSED("is only proposed: by its type it is no agreement"),
    /** Withdrawn or terminated. */
    REVOKED("has been revoked"),
    /** None stated, or one that is not known here. */
    UNKNOWN("does not state a status that is known here");

    private final String sentence;

    ContractStatus(String sentence) {
        this.sentence = sentence;
    }

    /**
     * The status of a word, from Prometheus-X or from the states of a negotiation in the Dataspace Protocol.
     *
     * @param word for instance {@code signed}, {@code under_negotiation} or {@code FINALIZED}
     * @return {@link #UNKNOWN} for any other word
     */
    static ContractStatus of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "signed", "finalized" -> SIGNED;
            case "pending" -> PENDING;
            case "under_negotiation", "requested", "offered", "accepted", "agreed", "verified" -> UNDER_NEGOTIATION;
            case "revoked", "terminated" -> REVOKED;
            default -> UNKNOWN;
        };
    }

    /** What a sentence about the contract says. */
    String sentence() {
        return sentence;
    }
}
