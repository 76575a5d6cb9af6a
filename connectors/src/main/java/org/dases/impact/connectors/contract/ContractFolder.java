// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;

/**
 * The contracts of a folder and everything that is wrong with its files. A contract id that two files claim belongs to
 * neither, since nobody can say which of them holds.
 *
 * @param contracts by file name, in the order of the names
 * @param problems of all files together
 */
public record ContractFolder(Map<String, Contract> contracts, List<Problem> problems) {
    public ContractFolder {
        contracts = Collections.unmodifiableMap(new LinkedHashMap<>(contracts));
        problems = List.copyOf(problems);
    }

    /**
     * Reads all {@code *.json} files of a folder, not of folders below it.
     *
     * @param folder for instance {@code contracts} of a workspace
     * @return what was read; a folder that cannot be read is itself a problem
     */
    public static ContractFolder read(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Map<String, Contract> contracts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                read(file, name + "/" + file.getFileName(), contracts, problems);
            }
        } catch (IOException unreadable) {
            problems.add(unreadable(name, "folder"));
        }
        refuseDuplicates(contracts, problems);
        return new ContractFolder(contracts, problems);
    }

    /**
     * Finds a contract.
     *
     * @param id identifier of the contract
     * @return empty when no readable file holds it, or more than one
     */
    public Optional<Contract> find(String id) {
        return contracts.values().stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst();
    }

    private static void read(Path file, String name, Map<String, Contract> contracts, List<Problem> problems) {
        try {
            Reading<Contract> reading = ContractReader.read(
                    name,
                    Files.readAllBytes(file),
                    Files.getLastModifiedTime(file).toInstant());
            reading.match(contract -> contracts.put(name, contract), problems::addAll);
        } catch (IOException unreadable) {
            problems.add(unreadable(name, "file"));
        }
    }

    private static Problem unreadable(String name, String what) {
        return new Problem(
                name,
                Place.START,
                "The " + what + " cannot be read.",
                "Check that it is there and that this user may read it.");
    }

    private static void refuseDuplicates(Map<String, Contract> contracts, List<Problem> problems) {
        Map<String, List<String>> filesById = contracts.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().id(),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        filesById.forEach((id, files) -> {
            if (files.size() > 1) {
                problems.add(new Problem(
                        files.get(1),
                        Place.START,
                        "The contract " + id + " is also in " + String.join(", ", without(files, 1)) + ".",
                        "Keep the copy that holds and remove the others; until then none of them is used."));
                files.forEach(contracts::remove);
            }
        });
    }

    private static List<String> without(List<String> files, int index) {
        List<String> others = new ArrayList<>(files);
        others.remove(index);
        return others;
    }
}
