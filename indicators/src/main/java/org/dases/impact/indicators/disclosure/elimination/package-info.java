// SPDX-License-Identifier: Apache-2.0
/**
 * Which sums of unknown numbers may be known without giving a secret one away: exact linear algebra over the prime
 * field of order 2^31 − 1. Knows nothing of tables, rules or people.
 */
@NullMarked
package org.dases.impact.indicators.disclosure.elimination;

import org.jspecify.annotations.NullMarked;
