// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import org.dases.impact.connectors.source.SourceException.Fault;

/**
 * A slice that could not be read to its end. What was read of it before is landed unless the contract was lost.
 *
 * @param slice the slice's id
 * @param fault kind of failure
 * @param message problem, place, reason, fix
 */
public record SliceFault(String slice, Fault fault, String message) {}
