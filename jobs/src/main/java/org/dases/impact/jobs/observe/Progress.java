// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.observe;

/** Tells a person which step runs and how far it is. Never receives a value or a count of the data's persons. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (name, total) -> new Step() {
        @Override
        public void advance(long by) {}

        @Override
        public void done(String outcome) {}

        @Override
        public void close() {}
    };

    /**
     * Begins a step.
     *
     * @param name what is done, for instance {@code pull lms-a}
     * @param total units that the step will do; 0 when not known
     * @return the running step, which the caller closes
     */
    Step step(String name, long total);

    /** A running step. Safe for use by several threads. */
    interface Step extends AutoCloseable {
        /**
         * Tells that more is done.
         *
         * @param by units done since the last call
         */
        void advance(long by);

        /**
         * Tells that the step is done.
         *
         * @param outcome one line for people, for instance {@code 200 000 records}; may be empty
         */
        void done(String outcome);

        /** Ends the step; one that was not done is shown as not finished. */
        @Override
        void close();
    }
}
