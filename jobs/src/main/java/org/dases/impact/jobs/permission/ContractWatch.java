// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.jspecify.annotations.Nullable;

/**
 * Whether a contract is still the one that a pull began under. Its folder is read again only when one of its files has
 * changed, since a pull asks at each batch.
 */
final class ContractWatch {
    private final Path folder;
    private @Nullable List<String> seen;

    ContractWatch(Path folder) {
        this.folder = folder;
    }

    /** A sentence that a lawyer can read when it is not; empty when it is. */
    Optional<String> objection(Contract contract) {
        List<String> now = files();
        if (now.equals(seen)) {
            return Optional.empty();
        }
        Optional<Contract> found = ContractFolder.read(folder).find(contract.id());
        if (found.filter(each -> each.sha256().equals(contract.sha256())).isPresent()) {
            seen = now;
            return Optional.empty();
        }
        return Optional.of(
                found.isEmpty()
                        ? "The contract is not in the folder contracts any more, or cannot be read."
                        : "The contract has changed since the pull began.");
    }

    /** Name, size and time of each; what cannot be listed is none. */
    private List<String> files() {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.add(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException gone) {
            return List.of();
        }
        return all;
    }
}
