// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;

/**
 * What reading lists of indicators gave.
 *
 * @param catalogue the catalogue with everything that was sound
 * @param problems what was not, by file and line; empty when all is well
 */
public record CatalogueReading(Catalogue catalogue, List<CatalogueProblem> problems) {
    public CatalogueReading {
        problems = List.copyOf(problems);
    }
}
