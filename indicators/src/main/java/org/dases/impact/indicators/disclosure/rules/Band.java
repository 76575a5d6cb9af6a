// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/**
 * What is printed of a rate whose one side is too small: between which percentages it lies.
 *
 * @param low lower end in percent
 * @param high upper end in percent
 */
public record Band(int low, int high) {
    boolean contains(double value) {
        return low <= value && value <= high;
    }
}
