// SPDX-License-Identifier: Apache-2.0
/**
 * The only writer of the published zone: takes what the gate has cleared, writes all its tables under a new release id
 * and makes them visible by one commit.
 */
@NullMarked
package org.dases.impact.jobs.release;

import org.jspecify.annotations.NullMarked;
