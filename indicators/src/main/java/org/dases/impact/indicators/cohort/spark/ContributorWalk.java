// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Turns rows, ordered by contributor, into sums by cell. Because all rows of a contributor are met together, the
 * contributor is counted once in every cell it touches, however many rows, solutions or periods lie behind; after that
 * counting is adding.
 *
 * @param plan axes and indicators
 */
record ContributorWalk(WalkPlan plan) implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new PartialCells(plan, rows);
    }
}
