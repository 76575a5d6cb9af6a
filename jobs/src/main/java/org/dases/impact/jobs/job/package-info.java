// SPDX-License-Identifier: Apache-2.0
/** What every job is given: session, lake, workspace, contracts, time and progress. */
@NullMarked
package org.dases.impact.jobs.job;

import org.jspecify.annotations.NullMarked;
