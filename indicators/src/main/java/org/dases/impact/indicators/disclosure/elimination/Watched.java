// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.function.IntPredicate;

/**
 * A sum that a single outsider knows although it is not printed. From that and from what is printed it must not be able
 * to compute a secret.
 *
 * @param sum what it knows
 * @param own numbers of the secrets, as the view counts them, that it may know: its own
 */
public record Watched(LinearSum sum, IntPredicate own) {}
