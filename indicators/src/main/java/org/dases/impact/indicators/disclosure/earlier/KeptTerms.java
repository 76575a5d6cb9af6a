// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.OptionalInt;

/**
 * What goes on to hold for an indicator in a table since an earlier release had it, although less is asked by now.
 *
 * @param table name of the table
 * @param indicator the indicator
 * @param threshold least number of contributors; empty where no less is asked
 * @param zeros whether its zeros go on to be withheld, although they might be printed by now
 */
public record KeptTerms(String table, String indicator, OptionalInt threshold, boolean zeros) {}
