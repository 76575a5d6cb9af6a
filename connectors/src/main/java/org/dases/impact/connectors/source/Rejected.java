// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

/**
 * A record that could not be read. Its content is not kept, since nobody has screened it for what identifies a person.
 *
 * @param number place in its slice, from 1
 * @param reason what is wrong, without any value of the record
 */
public record Rejected(long number, String reason) {}
