// SPDX-License-Identifier: Apache-2.0
/** The attacker on what was published: reads what every reader sees, and finds what it tells beyond that. */
@NullMarked
package org.dases.impact.jobs.audit;

import org.jspecify.annotations.NullMarked;
