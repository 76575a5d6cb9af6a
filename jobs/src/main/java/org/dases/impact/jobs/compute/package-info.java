// SPDX-License-Identifier: Apache-2.0
/** Computes the cells of each published table from the canonical rows whose contracts allow it. */
@NullMarked
package org.dases.impact.jobs.compute;

import org.jspecify.annotations.NullMarked;
