// SPDX-License-Identifier: Apache-2.0
/**
 * Conforms landed records: checks a mapping without data, then makes canonical rows, a quarantine with a reason per bad
 * record, and counts. Reads and writes nothing itself; a bad record never stops a batch.
 */
@NullMarked
package org.dases.impact.indicators.canonical.spark;

import org.jspecify.annotations.NullMarked;
