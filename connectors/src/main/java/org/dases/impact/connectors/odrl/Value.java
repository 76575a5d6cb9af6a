// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

/**
 * A value that an operand is compared with.
 *
 * @param text as written
 * @param type short name of the XML Schema type where stated, for instance {@code dateTime}; else empty
 */
public record Value(String text, String type) {}
