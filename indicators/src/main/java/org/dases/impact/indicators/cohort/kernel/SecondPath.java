// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/**
 * Counts those who move, after all others have been added up: every cell that one of them touches is found, each once,
 * and one is added. Distinct counts over disjoint sets of people add up, so that both paths together are exact.
 */
final class SecondPath {
    private final Facts facts;
    private final CellSums sums;
    private final Ancestors school;
    private final Ancestors learner;
    private final Ancestors free;
    private final LongSlots touched = new LongSlots();

    SecondPath(Facts facts, CellSums sums) {
        this.facts = facts;
        this.sums = sums;
        this.school = new Ancestors(facts.shape(), Scope.SCHOOL);
        this.learner = new Ancestors(facts.shape(), Scope.LEARNER);
        this.free = new Ancestors(facts.shape(), Scope.FREE);
    }

    void count() {
        for (int[] runs : facts.movers()) {
            for (int run : runs) {
                touch(facts.block(run), run);
            }
            for (int i = 0; i < touched.size(); i++) {
                int slot = sums.slot(touched.key(i));
                sums.learners[slot]++;
            }
            touched.clear();
        }
        for (int[] blocks : facts.movingSchools()) {
            for (int block : blocks) {
                for (int run = facts.firstRun[block]; run < facts.firstRun[block + 1]; run++) {
                    touch(block, run);
                }
            }
            for (int i = 0; i < touched.size(); i++) {
                int slot = sums.slot(touched.key(i));
                sums.schools[slot]++;
            }
            touched.clear();
        }
    }

    private void touch(int block, int run) {
        long[] schools = school.of(facts.schoolParts[block]);
        long[] learners = learner.of(facts.learnerParts[run]);
        for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
            for (long freePart : free.of(facts.freeParts[row])) {
                for (long learnerPart : learners) {
                    for (long schoolPart : schools) {
                        touched.slot(schoolPart + learnerPart + freePart);
                    }
                }
            }
        }
    }
}
