// SPDX-License-Identifier: Apache-2.0
/**
 * Purges what must not be kept any more: rows whose contract has ended or been revoked or demands it, and those of
 * learners who took their consent back.
 */
@NullMarked
package org.dases.impact.jobs.retain;

import org.jspecify.annotations.NullMarked;
