// SPDX-License-Identifier: Apache-2.0
/**
 * Where the four zones lie, the Spark session that works on them, and the lease that lets one run at a time write to
 * them.
 */
@NullMarked
package org.dases.impact.jobs.lake;

import org.jspecify.annotations.NullMarked;
