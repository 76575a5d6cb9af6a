// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.Optional;

/**
 * A measure broken down by dimensions, computed the same way for everybody.
 *
 * @param id identifier, for instance {@code PR-02}
 * @param name short name
 * @param definition the formula in words
 * @param unit unit of the value
 * @param over name of the canonical or derived table whose rows are measured
 * @param contributor whose privacy a cell protects
 * @param where condition on the rows; rows that do not fulfil it neither count nor contribute
 * @param measure how rows become a value
 * @param sensitive whether a share of 0 % or 100 % discloses something about every member of a cohort
 * @param minimumContributors the indicator's own threshold; 0 when it has none beyond the platform's
 * @param version semantic version of the definition, part of {@code method_version} in each row
 * @param source where the definition was agreed
 * @param requires what must be there before it can be computed, where that is not so today; such an indicator is
 *     declared only, and no table can ask for it
 */
public record Indicator(
        String id,
        Text name,
        Text definition,
        Unit unit,
        String over,
        ContributorKind contributor,
        Optional<String> where,
        Measure measure,
        boolean sensitive,
        int minimumContributors,
        String version,
        String source,
        Optional<Text> requires) {
    public Indicator {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("indicator id '" + id + "' must be letters, digits, '-' and '_'");
        }
        if (minimumContributors < 0) {
            throw new IllegalArgumentException("minimum-contributors must not be negative, was " + minimumContributors);
        }
    }

    /**
     * An indicator that can be computed.
     *
     * @param id identifier, for instance {@code PR-02}
     * @param name short name
     * @param definition the formula in words
     * @param unit unit of the value
     * @param over name of the canonical or derived table whose rows are measured
     * @param contributor whose privacy a cell protects
     * @param where condition on the rows; rows that do not fulfil it neither count nor contribute
     * @param measure how rows become a value
     * @param sensitive whether a share of 0 % or 100 % discloses something about every member of a cohort
     * @param minimumContributors the indicator's own threshold; 0 when it has none beyond the platform's
     * @param version semantic version of the definition, part of {@code method_version} in each row
     * @param source where the definition was agreed
     */
    public Indicator(
            String id,
            Text name,
            Text definition,
            Unit unit,
            String over,
            ContributorKind contributor,
            Optional<String> where,
            Measure measure,
            boolean sensitive,
            int minimumContributors,
            String version,
            String source) {
        this(
                id,
                name,
                definition,
                unit,
                over,
                contributor,
                where,
                measure,
                sensitive,
                minimumContributors,
                version,
                source,
                Optional.empty());
    }

    /**
     * Whether a run computes it.
     *
     * @return false for what is declared only, or the result of a study
     */
    public boolean isComputed() {
        return requires.isEmpty() && !(measure instanceof Measure.Study);
    }

    /**
     * Whether a table may ask for it.
     *
     * @return false also for what is computed, but which the gate has no rule for
     */
    public boolean isPublishable() {
        return isComputed() && measure.isJudgedByTheGate();
    }
}
