// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an earlier release says of a cell.
 *
 * @param freq the count; empty where there is none
 * @param isFresh whether the release told it as it was then
 * @param isFrozen whether it is that of a release before
 * @param flags how it was told, for two files to be held against each other
 * @param isToInsiders whether one who is alone behind other cells could compute it
 */
record EarlierCell(OptionalLong freq, boolean isFresh, boolean isFrozen, String flags, boolean isToInsiders) {
    /** Columns of the marks of a row, in their order. */
    static final List<String> MARKS = List.of("suppressed", "frozen", GatedFile.INSIDER);

    /** What a row says, by its marks; empty where they do not fit together. */
    static Optional<EarlierCell> of(String freq, List<Boolean> marks) {
        boolean isSuppressed = marks.get(0);
        boolean isFrozen = marks.get(1);
        boolean isToInsiders = marks.get(2);
        boolean isFresh = !isSuppressed && !isFrozen;
        boolean isCount = freq.matches("[0-9]{1,15}");
        boolean isHidden = isSuppressed && !PrintedText.isNumber(freq);
        if ((isFresh && isToInsiders) || (!isCount && !isHidden)) {
            return Optional.empty();
        }
        return Optional.of(new EarlierCell(
                isCount ? OptionalLong.of(Long.parseLong(freq)) : OptionalLong.empty(),
                isFresh,
                isFrozen,
                isSuppressed + "," + isFrozen,
                isToInsiders));
    }

    /** Whether two files are of one run: the same cells, told in the same way, with the same fresh figures. */
    static boolean areOfOneRun(Map<Integer, EarlierCell> told, Map<Integer, EarlierCell> truth) {
        return told.keySet().equals(truth.keySet())
                && told.entrySet().stream().allMatch(entry -> {
                    EarlierCell other = truth.get(entry.getKey());
                    return other != null
                            && other.flags().equals(entry.getValue().flags())
                            && other.freq().isPresent()
                            && (!other.isFresh() || other.equals(entry.getValue()));
                });
    }
}
