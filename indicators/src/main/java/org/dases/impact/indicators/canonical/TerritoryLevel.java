// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

/** The kinds of territory that have a code list, each within one of the next. */
public enum TerritoryLevel {
    /** Département, by its code. */
    DEPARTEMENT,
    /** Académie, by its name. */
    ACADEMIE,
    /** Région académique, by its name. */
    REGION_ACADEMIQUE
}
