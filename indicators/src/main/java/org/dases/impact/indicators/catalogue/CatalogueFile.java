// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

/**
 * A YAML file with a list of indicators.
 *
 * @param name name for messages, for instance {@code indicators/own.yaml}
 * @param text its content
 */
public record CatalogueFile(String name, String text) {}
