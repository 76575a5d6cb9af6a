// SPDX-License-Identifier: Apache-2.0
/** Tests of the release. */
@NullMarked
package org.dases.impact.jobs.release;

import org.jspecify.annotations.NullMarked;
