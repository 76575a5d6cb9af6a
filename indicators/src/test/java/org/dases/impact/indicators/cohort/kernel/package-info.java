// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.dases.impact.indicators.cohort.kernel;

import org.jspecify.annotations.NullMarked;
