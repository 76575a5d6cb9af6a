// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/** Blocks and runs of facts that are met in order. */
final class Runs {
    final IntColumn schools = new IntColumn();
    final LongColumn schoolParts = new LongColumn();
    final IntColumn firstRun = new IntColumn();
    final IntColumn learners = new IntColumn();
    final LongColumn learnerParts = new LongColumn();
    final IntColumn firstRow = new IntColumn();

    /** The next row; begins a block or a run where something changes. */
    void add(int row, int school, long schoolPart, int learner, long learnerPart) {
        int block = schools.size() - 1;
        boolean isNewBlock = block < 0 || schools.get(block) != school || schoolParts.get(block) != schoolPart;
        if (isNewBlock) {
            schools.add(school);
            schoolParts.add(schoolPart);
            firstRun.add(learners.size());
        }
        int run = learners.size() - 1;
        if (isNewBlock || learners.get(run) != learner || learnerParts.get(run) != learnerPart) {
            learners.add(learner);
            learnerParts.add(learnerPart);
            firstRow.add(row);
        }
    }

    void end(int rows) {
        firstRun.add(learners.size());
        firstRow.add(rows);
    }
}
