// SPDX-License-Identifier: Apache-2.0
/** Contract services and copies of contracts. */
@NullMarked
package org.dases.impact.jobs.refresh;

import org.jspecify.annotations.NullMarked;
