// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

/** Is told how far the generator has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * A part of a step is done.
     *
     * @param step what is being written, in words
     * @param done records written in this step so far
     * @param total records that the step is expected to write
     */
    void at(String step, long done, long total);
}
