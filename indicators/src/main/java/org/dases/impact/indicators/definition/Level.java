// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.Optional;

/**
 * One level of a dimension: a column of the published table.
 *
 * @param column name of the published column, for instance {@code academie}
 * @param source canonical column it is read from, as {@code table.column}: {@code school.academie},
 *     {@code learner.sex}, or {@code row.solution_id} for a column of the measured table itself
 * @param expression Spark SQL over the columns of that table which gives the code, where the code is not the column
 *     itself
 */
public record Level(String column, String source, Optional<String> expression) {
    public Level {
        if (!source.matches("(row|school|learner)\\.[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("source of level '" + column
                    + "' must be row.COLUMN, school.COLUMN or learner.COLUMN, was '" + source + "'");
        }
    }

    /**
     * A level whose codes are the values of a column.
     *
     * @param column name of the published column
     * @param source canonical column it is read from, as {@code table.column}
     */
    public Level(String column, String source) {
        this(column, source, Optional.empty());
    }

    /**
     * Where the code is read from.
     *
     * @return {@code row}, {@code school} or {@code learner}
     */
    public String table() {
        return source.substring(0, source.indexOf('.'));
    }

    /**
     * The code as an expression.
     *
     * @return Spark SQL over the columns of {@link #table()}
     */
    public String code() {
        return expression.orElseGet(() -> source.substring(source.indexOf('.') + 1));
    }
}
