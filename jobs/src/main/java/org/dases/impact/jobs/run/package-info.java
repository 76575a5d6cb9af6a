// SPDX-License-Identifier: Apache-2.0
/** Chains the jobs into one run and says what came of it. */
@NullMarked
package org.dases.impact.jobs.run;

import org.jspecify.annotations.NullMarked;
