// SPDX-License-Identifier: Apache-2.0
/** Tests of what must not be kept any more. */
@NullMarked
package org.dases.impact.jobs.retain;

import org.jspecify.annotations.NullMarked;
