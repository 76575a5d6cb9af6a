// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

/**
 * A secret that whoever knows a watched sum can work out: secret − factor × watched is public.
 *
 * @param watched number of the watched sum
 * @param secret number of the secret
 * @param factor the factor, in the prime field
 */
public record Shared(int watched, int secret, long factor) {}
