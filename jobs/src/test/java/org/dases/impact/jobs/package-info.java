// SPDX-License-Identifier: Apache-2.0
/** Rules that hold for all modules. */
@NullMarked
package org.dases.impact.jobs;

import org.jspecify.annotations.NullMarked;
