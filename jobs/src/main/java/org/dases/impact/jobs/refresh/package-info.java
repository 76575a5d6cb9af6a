// SPDX-License-Identifier: Apache-2.0
/** Keeps the copies of contracts as their services have them, and says when a copy is too old to rest on. */
@NullMarked
package org.dases.impact.jobs.refresh;

import org.jspecify.annotations.NullMarked;
