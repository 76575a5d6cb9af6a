// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.dases.impact.indicators.canonical;

import org.jspecify.annotations.NullMarked;
