// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the real data sets of the examples lie, which are downloaded and not part of the project. */
public final class RealData {
    /** Environment variable that names the folder. */
    public static final String VARIABLE = "IMPACT_REAL_DATA";

    private static final String HOME = "IMPACT_HOME";

    private RealData() {}

    /**
     * The folder: {@code IMPACT_REAL_DATA}, else {@code ../shared/data} beside the checkout that the command runs from.
     *
     * @param environment environment variables
     * @return absolute path, which need not exist
     */
    public static Path folder(Map<String, String> environment) {
        String set = environment.getOrDefault(VARIABLE, "");
        Path folder = set.isBlank() ? home(environment).resolve("../shared/data") : Path.of(set);
        return folder.toAbsolutePath().normalize();
    }

    /** The checkout: as the launcher says, else the nearest folder above the current one that holds the launcher. */
    private static Path home(Map<String, String> environment) {
        String launched = environment.getOrDefault(HOME, "");
        Path here = Path.of("").toAbsolutePath();
        return launched.isBlank() ? above(here).orElse(here) : Path.of(launched);
    }

    private static Optional<Path> above(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.isRegularFile(each.resolve("mvnw")) && Files.isDirectory(each.resolve("connectors"))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
