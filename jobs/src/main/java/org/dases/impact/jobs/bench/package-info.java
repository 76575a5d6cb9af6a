// SPDX-License-Identifier: Apache-2.0
/**
 * Measures how long cubes take here and in DuckDB, in one run on one machine, and whether both find the same. DuckDB is
 * no part of the product: it is looked for only when a comparison is asked for.
 */
@NullMarked
package org.dases.impact.jobs.bench;

import org.jspecify.annotations.NullMarked;
