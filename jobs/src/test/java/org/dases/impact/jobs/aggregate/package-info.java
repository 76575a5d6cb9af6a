// SPDX-License-Identifier: Apache-2.0
/** Tests of the gate alone. */
@NullMarked
package org.dases.impact.jobs.aggregate;

import org.jspecify.annotations.NullMarked;
