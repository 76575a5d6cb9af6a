// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import org.jspecify.annotations.Nullable;

/**
 * Who is behind a cell, counted exactly and distinct. For a rate these are the contributors of the denominator.
 *
 * @param learners distinct learners
 * @param schools distinct schools; null where no school is known anywhere in the table
 * @param providers distinct providers; null where the table is about no provider's data
 * @param topSchool learners of the largest school; null where schools are unknown
 * @param topProvider learners of the largest provider; null where providers are unknown
 */
public record Contributors(
        long learners,
        @Nullable Long schools,
        @Nullable Long providers,
        @Nullable Long topSchool,
        @Nullable Long topProvider) {

    /**
     * Learners of whom neither schools nor providers are known.
     *
     * @param learners distinct learners
     * @return the contributors
     */
    public static Contributors ofLearners(long learners) {
        return new Contributors(learners, null, null, null, null);
    }
}
