// SPDX-License-Identifier: Apache-2.0
/** Tests of the package of the same name. */
@NullMarked
package org.dases.impact.jobs.job;

import org.jspecify.annotations.NullMarked;
