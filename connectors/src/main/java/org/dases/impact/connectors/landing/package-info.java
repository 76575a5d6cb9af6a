// SPDX-License-Identifier: Apache-2.0
/**
 * Lands what a connector reads: screens it, and commits rows with the checkpoint after them in one Delta commit, under
 * a lease that is renewed at every batch. The only package of this module that knows Spark and Delta.
 */
@NullMarked
package org.dases.impact.connectors.landing;

import org.jspecify.annotations.NullMarked;
