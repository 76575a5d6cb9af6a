// SPDX-License-Identifier: Apache-2.0
/**
 * What readers have of earlier releases: what the gate remembers of each, which cells and which groups must not be
 * known anew because of it, and what may be shown again. Knows the cells, the rules and printed rows, not the gate
 * above. Pure Java.
 */
@NullMarked
package org.dases.impact.indicators.disclosure.earlier;

import org.jspecify.annotations.NullMarked;
