// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.connectors.landing.PullState;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.workspace.Dataset;

/**
 * Why nothing that was landed of a dataset may be used for now, whatever its contract allows.
 *
 * @param stopped whether the screening stopped it; else its pull did not end
 * @param reason reason and fix
 */
public record HeldBack(boolean stopped, String reason) {
    /**
     * The datasets of the workspace that are held back.
     *
     * @param context lake and workspace
     * @return dataset name to the reason, in the order of the workspace
     */
    public static Map<String, HeldBack> of(JobContext context) {
        Map<String, HeldBack> held = new LinkedHashMap<>();
        for (Dataset dataset : context.workspace().datasets()) {
            of(dataset.name(), state(context, dataset)).ifPresent(each -> held.put(dataset.name(), each));
        }
        return Collections.unmodifiableMap(held);
    }

    /**
     * How the last pull of a dataset stands.
     *
     * @param context lake
     * @param dataset the dataset
     * @return its state
     */
    public static PullState state(JobContext context, Dataset dataset) {
        return PullState.of(context.spark(), context.lake().landed(), dataset.name());
    }

    /**
     * Whether a dataset is held back.
     *
     * @param dataset its name
     * @param state how its last pull stands
     * @return empty when it may be used
     */
    public static Optional<HeldBack> of(String dataset, PullState state) {
        if (state.isSound()) {
            return Optional.empty();
        }
        return Optional.of(
                state.standing() == PullState.Standing.STOPPED
                        ? new HeldBack(
                                true,
                                "Its last pull was stopped, because records name persons. Nothing of it is used, not"
                                        + " even what was landed before, until a pull passes. Have the provider leave"
                                        + " them out, or allow the column with its reason in datasets/" + dataset
                                        + ".yaml; then run 'impact pull', which names the column.")
                        : new HeldBack(
                                false,
                                "Its last pull did not end, so that nobody knows whether what was landed is whole and"
                                        + " would have passed the screening. Run 'impact pull', which goes on where it"
                                        + " stopped."));
    }
}
