// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

/**
 * The policy that a rule stands in.
 *
 * @param policy how messages call it, for instance {@code policy 1}
 * @param conflict what holds when its rules contradict each other
 */
public record Provenance(String policy, Conflict conflict) {}
