// SPDX-License-Identifier: Apache-2.0
/**
 * A made-up French data space for the demonstration and for load: schools, pupils, traces, results and the contracts
 * that allow their use. Pure Java; the same seed writes the same bytes, and nobody in it exists.
 */
@NullMarked
package org.dases.impact.jobs.generate;

import org.jspecify.annotations.NullMarked;
