// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

/**
 * Where a value begins in its document.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(int line, int column) {
    /** The first character of a document. */
    public static final Place START = new Place(1, 1);

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
