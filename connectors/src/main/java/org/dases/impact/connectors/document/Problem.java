// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

/**
 * Why a document cannot be used.
 *
 * @param file name of the document
 * @param place where in it
 * @param reason what is wrong, one sentence
 * @param fix what to do, one sentence
 */
public record Problem(String file, Place place, String reason, String fix) {
    /**
     * The problem as one line for people.
     *
     * @return {@code file:line:column: reason fix}
     */
    public String message() {
        return file + ":" + place + ": " + reason + " " + fix;
    }
}
