// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * The k of an indicator of a table, over all releases.
 *
 * @param series the indicator as it is asked for
 * @param least the least that any release held to, this one included: no smaller group was told, as far as is
 *     remembered
 * @param greatest the greatest that any held to, which goes on to hold
 */
public record Held(Series series, int least, int greatest) {}
