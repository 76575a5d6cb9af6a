// SPDX-License-Identifier: Apache-2.0
/** Tests of the package of the same name. */
@NullMarked
package org.dases.impact.jobs.observe;

import org.jspecify.annotations.NullMarked;
