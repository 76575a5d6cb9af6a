// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * A workspace that has nothing wrong as far as can be told without data.
 *
 * @param folder absolute folder of the workspace
 * @param settings what {@code impact.yaml} says
 * @param contracts the contracts as delivered; files that could not be read are among its problems and not among those
 *     of the workspace, since they are not written here: what rests on them is denied
 * @param datasets the datasets, sorted by name
 * @param catalogue the built-in indicators and the workspace's own
 * @param tables the tables to publish, sorted by name
 */
public record Workspace(
        Path folder,
        Settings settings,
        ContractFolder contracts,
        List<Dataset> datasets,
        Catalogue catalogue,
        List<PublishedTable> tables) {
    public Workspace {
        datasets = List.copyOf(datasets);
        tables = List.copyOf(tables);
    }

    /**
     * Where the lake lies.
     *
     * @return an absolute path, or a URL as written
     */
    public String lake() {
        String written = settings.lake().orElse(".impact/lake");
        return LakePlace.isUrl(written)
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

    /**
     * Finds a table to publish.
     *
     * @param id its name
     * @return the table; empty when there is none of that name
     */
    public Optional<PublishedTable> table(String id) {
        return tables.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
