// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

/**
 * A place in a file.
 *
 * @param file name of the file, as the reader was told it
 * @param line line, from 1
 * @param column column, from 1
 */
public record Spot(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
