// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

/**
 * How far a slice has been read. Committed together with the rows it covers.
 *
 * @param slice the slice's id
 * @param version the slice's version
 * @param position records (good and rejected) read of this version so far
 * @param done whether the slice has been read to its end
 * @param cursor what else the connector needs to go on, as JSON; {@code {}} when nothing
 */
public record Checkpoint(String slice, String version, long position, boolean done, String cursor) {}
