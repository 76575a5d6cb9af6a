// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import org.jspecify.annotations.Nullable;

/** The lake cannot take the rows. What was committed before stays, and the next pull goes on after it. */
public final class LandingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LandingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static LandingException notWritable(String folder, String reason, @Nullable Throwable cause) {
        return new LandingException(
                "The lake folder " + folder + " cannot be written: " + reason
                        + ". Give the account that runs impact the right to write there, or set 'lake' in impact.yaml"
                        + " to another folder. Nothing was landed.",
                cause);
    }

    static LandingException commitFailed(String dataset, String reason, @Nullable Throwable cause) {
        return new LandingException(
                "The rows of dataset " + dataset + " could not be committed: " + reason
                        + ". What was committed before stays; run impact pull again to go on after it.",
                cause);
    }

    static LandingException overtaken(String dataset) {
        return new LandingException(
                "Another pull has landed rows of dataset " + dataset
                        + " in the meantime. Nothing was landed twice; run impact pull again when it has ended.",
                null);
    }
}
