// SPDX-License-Identifier: Apache-2.0
/**
 * Maps landed records onto the canonical tables of the conformed zone, incrementally, and keeps the quarantine and the
 * log of runs.
 */
@NullMarked
package org.dases.impact.jobs.conform;

import org.jspecify.annotations.NullMarked;
