// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

/**
 * A drawing. A notebook shows it as {@code image/svg+xml}; in a page it can stand as it is.
 *
 * @param text the SVG document, without XML declaration
 */
public record Svg(String text) {
    /**
     * The document itself, so that a kernel that knows nothing of this type still gives the drawing.
     *
     * @return same as {@link #text()}
     */
    @Override
    public String toString() {
        return text;
    }
}
