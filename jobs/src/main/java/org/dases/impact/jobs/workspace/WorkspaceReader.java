// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.definition.PublishedTable;

/** Reads a workspace folder; needs no data and no Spark. */
public final class WorkspaceReader {
    private final Connectors connectors = Connectors.installed();
    private final Variables variables;

    /**
     * Makes a reader.
     *
     * @param environment environment variables
     */
    public WorkspaceReader(Map<String, String> environment) {
        this.variables = new Variables(
                Map.of(RealData.VARIABLE, RealData.folder(environment).toString()));
    }

    /**
     * Reads everything and collects every mistake.
     *
     * @param folder folder of the workspace
     * @return the workspace, or all that is wrong with it
     */
    public WorkspaceReading read(Path folder) {
        WorkspaceFolder files = new WorkspaceFolder(folder.toAbsolutePath().normalize());
        Optional<Problem> missing = missing(files.path());
        if (missing.isPresent()) {
            return new WorkspaceReading.Broken(List.of(missing.get()));
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Settings> settings = YamlReading.read(files.path(), SettingsFile.NAME, problems)
                .flatMap(document -> SettingsFile.read(document, problems));
        List<Dataset> datasets = files.list("datasets", ".yaml", problems).stream()
                .flatMap(file -> YamlReading.read(files.path(), file, problems).stream())
                .flatMap(document -> DatasetFile.read(document, connectors, variables, problems).stream())
                .toList();
        ContractFolder contracts = contracts(files, problems);
        datasets.forEach(dataset -> checkContract(files, dataset, contracts, problems));
        Catalogue catalogue = IndicatorFiles.read(files, problems);
        TableFile tableFile = new TableFile(catalogue, problems);
        List<PublishedTable> tables = files.list("tables", ".yaml", problems).stream()
                .flatMap(file -> YamlReading.read(files.path(), file, problems).stream())
                .flatMap(document -> tableFile.read(document).stream())
                .toList();
        if (settings.isEmpty() || !problems.isEmpty()) {
            return new WorkspaceReading.Broken(problems);
        }
        return new WorkspaceReading.Sound(
                new Workspace(files.path(), settings.get(), contracts, datasets, catalogue, tables));
    }

    private static ContractFolder contracts(WorkspaceFolder files, List<Problem> problems) {
        if (files.list("contracts", ".json", problems).isEmpty()) {
            return new ContractFolder(Map.of(), List.of());
        }
        return ContractFolder.read(files.path().resolve("contracts"));
    }

    /** Says nothing while some contract cannot be read, since it may be the one that is looked for. */
    private static void checkContract(
            WorkspaceFolder files, Dataset dataset, ContractFolder contracts, List<Problem> problems) {
        if (contracts.find(dataset.contract()).isPresent()
                || !contracts.problems().isEmpty()) {
            return;
        }
        List<String> known =
                contracts.contracts().values().stream().map(Contract::id).toList();
        String file = "datasets/" + dataset.name() + ".yaml";
        YamlReading.read(files.path(), file, problems)
                .ifPresent(document -> problems.add(document.atValue(
                        "/contract",
                        "no file in contracts holds a contract '" + dataset.contract() + "'"
                                + Suggestion.hint(dataset.contract(), known),
                        "Put the contract's JSON into contracts as it was delivered.")));
    }

    private static Optional<Problem> missing(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.of(new Problem(
                    folder.toString(), 1, 1, "there is no such folder", "Make a workspace with `impact init DIR`."));
        }
        if (!Files.exists(folder.resolve(SettingsFile.NAME))) {
            return Optional.of(new Problem(
                    folder.resolve(SettingsFile.NAME).toString(),
                    1,
                    1,
                    "there is no such file, so this is not a workspace",
                    "Name the workspace with -w DIR, or make one with `impact init DIR`."));
        }
        return Optional.empty();
    }
}
