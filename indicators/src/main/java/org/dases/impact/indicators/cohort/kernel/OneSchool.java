// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.util.Arrays;

/**
 * Distinct learners of one school after another, by what learners' and free axes give of a cell's number: at every node
 * of the school on its own axes they are the same. One thread only.
 */
final class OneSchool {
    private static final int NOBODY = -1;

    private final Facts facts;
    private final Ancestors free;
    private final Ancestors learner;
    private final LongSlots parts = new LongSlots();
    /** By part: what the learners' axes give of it. */
    private long[] learnerParts = new long[64];
    /** By part: the run of who was met last. */
    private int[] last = new int[64];
    /** By part: learners who have one place on their axes, so that adding does for all above; then all learners. */
    private int[] learners = new int[64];
    /** By part: the others. */
    private int[] movers = new int[64];

    private int known;

    OneSchool(Facts facts) {
        this.facts = facts;
        this.free = new Ancestors(facts.shape(), Scope.FREE);
        this.learner = new Ancestors(facts.shape(), Scope.LEARNER);
    }

    /** Counts the learners of a block and forgets those before. Runs of one learner follow one another. */
    void count(int block) {
        parts.clear();
        known = 0;
        int end = facts.firstRun[block + 1];
        int next;
        for (int run = facts.firstRun[block]; run < end; run = next) {
            next = run + 1;
            while (next < end && facts.learners[next] == facts.learners[run]) {
                next++;
            }
            if (next == run + 1) {
                countOne(run);
            } else {
                countMover(run, next);
            }
        }
        addUp();
    }

    private void countOne(int run) {
        for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
            for (long freePart : free.of(facts.freeParts[row])) {
                int part = part(facts.learnerParts[run], freePart);
                if (last[part] != run) {
                    last[part] = run;
                    learners[part]++;
                }
            }
        }
    }

    private void countMover(int first, int end) {
        for (int run = first; run < end; run++) {
            for (int row = facts.firstRow[run]; row < facts.firstRow[run + 1]; row++) {
                for (long freePart : free.of(facts.freeParts[row])) {
                    for (long learnerPart : learner.of(facts.learnerParts[run])) {
                        int part = part(learnerPart, freePart);
                        if (last[part] != first) {
                            last[part] = first;
                            movers[part]++;
                        }
                    }
                }
            }
        }
    }

    private void addUp() {
        int met = parts.size();
        int[] fine = Arrays.copyOf(learners, met);
        for (int part = 0; part < met; part++) {
            long freePart = parts.key(part) - learnerParts[part];
            long[] above = learner.of(learnerParts[part]);
            for (int up = 1; up < above.length && fine[part] > 0; up++) {
                int to = part(above[up], freePart);
                learners[to] += fine[part];
            }
        }
    }

    private int part(long learnerPart, long freePart) {
        int part = parts.slot(learnerPart + freePart);
        if (part == learnerParts.length) {
            learnerParts = Arrays.copyOf(learnerParts, 2 * part);
            last = Arrays.copyOf(last, 2 * part);
            learners = Arrays.copyOf(learners, 2 * part);
            movers = Arrays.copyOf(movers, 2 * part);
        }
        if (part == known) {
            known++;
            learnerParts[part] = learnerPart;
            last[part] = NOBODY;
            learners[part] = 0;
            movers[part] = 0;
        }
        return part;
    }

    /** How many parts there are. */
    int size() {
        return parts.size();
    }

    /** What learners' and free axes give of a cell's number. */
    long part(int at) {
        return parts.key(at);
    }

    /** Distinct learners there. */
    int learners(int at) {
        return learners[at] + movers[at];
    }
}
