// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import org.dases.impact.connectors.document.Place;

/**
 * Something in a policy or contract that will not do what its author meant.
 *
 * @param rule what the linter looked for
 * @param serious whether because of it a rule, or the whole contract, permits nothing
 * @param place where it stands
 * @param message what is found, one sentence
 * @param fix what to do, one sentence
 */
public record LintFinding(LintRule rule, boolean serious, Place place, String message, String fix) {}
