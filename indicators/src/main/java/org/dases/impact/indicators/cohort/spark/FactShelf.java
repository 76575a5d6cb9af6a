// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where contributor facts are kept between two computations. Whoever keeps them answers for it that they rest on the
 * rows of the recipe, and on no others.
 */
@FunctionalInterface
public interface FactShelf {
    /** Keeps nothing: every computation reads the rows anew. */
    FactShelf NONE = recipe -> Optional.empty();

    /**
     * The facts of a recipe as of now.
     *
     * @param recipe how they are made
     * @return what {@link FactRecipe#make} returns for all days, kept or just made; empty where they are not worth
     *     keeping
     */
    Optional<Dataset<Row>> facts(FactRecipe recipe);
}
