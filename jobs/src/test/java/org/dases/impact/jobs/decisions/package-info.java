// SPDX-License-Identifier: Apache-2.0
/** Tests of the log of decisions. */
@NullMarked
package org.dases.impact.jobs.decisions;

import org.jspecify.annotations.NullMarked;
