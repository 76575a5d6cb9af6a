// SPDX-License-Identifier: Apache-2.0
/** Tests of the lake. */
@NullMarked
package org.dases.impact.jobs.lake;

import org.jspecify.annotations.NullMarked;
