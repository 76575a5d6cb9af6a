// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

/**
 * A contract as delivered by the data space, whatever its shape.
 *
 * @param id identifier of the contract
 * @param sha256 hash of the document as delivered, in hexadecimal; a changed document is another version
 */
public record Contract(String id, String sha256) {}
