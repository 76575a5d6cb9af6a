// SPDX-License-Identifier: Apache-2.0
/** What the tests of this module share. */
@NullMarked
package org.dases.impact.indicators;

import org.jspecify.annotations.NullMarked;
