// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.catalogue.CatalogueFile;
import org.dases.impact.indicators.catalogue.CatalogueReading;

/** Reads {@code indicators/*.yaml} on top of the built-in catalogue. */
final class IndicatorFiles {
    private IndicatorFiles() {}

    static Catalogue read(WorkspaceFolder folder, List<Problem> problems) {
        List<CatalogueFile> files = new ArrayList<>();
        for (String name : folder.list("indicators", ".yaml", problems)) {
            try {
                files.add(
                        new CatalogueFile(name, Files.readString(folder.path().resolve(name), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                problems.add(YamlReading.unreadable(name, e));
            }
        }
        CatalogueReading reading = Catalogue.builtIn().with(files);
        reading.problems()
                .forEach(each -> problems.add(new Problem(
                        each.at().file(), each.at().line(), each.at().column(), each.message(), each.fix())));
        return reading.catalogue();
    }
}
