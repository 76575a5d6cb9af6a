// SPDX-License-Identifier: Apache-2.0
/** The log of what contracts allowed and refused: only added to, each record bound to the one before it. */
@NullMarked
package org.dases.impact.jobs.decisions;

import org.jspecify.annotations.NullMarked;
