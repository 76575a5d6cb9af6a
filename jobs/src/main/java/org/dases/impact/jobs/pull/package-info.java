// SPDX-License-Identifier: Apache-2.0
/** Pulls the datasets that contracts allow into the landed zone, and says for each of the others why not. */
@NullMarked
package org.dases.impact.jobs.pull;

import org.jspecify.annotations.NullMarked;
