// SPDX-License-Identifier: Apache-2.0
/**
 * Asks the contract of a dataset before each use of it, and turns what stands in the workspace into such a question.
 */
@NullMarked
package org.dases.impact.jobs.permission;

import org.jspecify.annotations.NullMarked;
