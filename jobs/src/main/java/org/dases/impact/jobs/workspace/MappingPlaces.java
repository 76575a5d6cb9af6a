// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.canonical.MappingProblem;

/** Says where in a dataset's file a mistake stands that only shows when its mapping meets the landed columns. */
public final class MappingPlaces {
    private MappingPlaces() {}

    /**
     * Finds the places.
     *
     * @param workspace the workspace
     * @param dataset whose mapping is wrong
     * @param found what is wrong with it
     * @return the same with file, line and column, sorted by place
     */
    public static List<Problem> of(Workspace workspace, Dataset dataset, List<MappingProblem> found) {
        String file = "datasets/" + dataset.name() + ".yaml";
        List<Problem> unreadable = new ArrayList<>();
        Optional<YamlDocument> document = YamlReading.read(workspace.folder(), file, unreadable);
        return found.stream()
                .map(problem -> document.map(read -> MappingCheck.placed(read, dataset.required(), problem))
                        // changed since the run began
                        .orElseGet(() -> new Problem(file, 1, 1, problem.message(), "")))
                .sorted()
                .toList();
    }
}
