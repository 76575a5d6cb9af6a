// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A workspace that has nothing wrong as far as can be told without data.
 *
 * @param folder absolute folder of the workspace
 * @param settings what {@code impact.yaml} says
 * @param datasets the datasets, sorted by name
 */
public record Workspace(Path folder, Settings settings, List<Dataset> datasets) {
    public Workspace {
        datasets = List.copyOf(datasets);
    }

    /**
     * Where the lake lies.
     *
     * @return an absolute path, or a URL as written (with {@code ://})
     */
    public String lake() {
        String written = settings.lake().orElse(".impact/lake");
        return written.contains("://")
                ? written
                : folder.resolve(written).normalize().toString();
    }

    /**
     * Finds a dataset.
     *
     * @param name its name
     * @return the dataset; empty when there is none of that name
     */
    public Optional<Dataset> dataset(String name) {
        return datasets.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
