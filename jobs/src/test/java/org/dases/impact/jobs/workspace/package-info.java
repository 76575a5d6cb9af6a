// SPDX-License-Identifier: Apache-2.0
/** Tests of reading a workspace, without Spark sessions and without data. */
@NullMarked
package org.dases.impact.jobs.workspace;

import org.jspecify.annotations.NullMarked;
