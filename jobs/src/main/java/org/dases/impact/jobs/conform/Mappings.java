// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.RecordForm;
import org.dases.impact.indicators.canonical.TableMapping;
import org.dases.impact.jobs.workspace.Dataset;

/** A dataset's mapping, from the workspace's words into those of the canonical model. */
final class Mappings {
    private Mappings() {}

    static Mapping of(Dataset dataset, String pseudonymDomain) {
        Map<String, TableMapping> tables = new LinkedHashMap<>();
        dataset.tables()
                .forEach((table, mapping) -> tables.put(table, new TableMapping(mapping.from(), mapping.columns())));
        return new Mapping(
                dataset.name(), dataset.provider(), pseudonymDomain, form(dataset), tables, dataset.required());
    }

    private static RecordForm form(Dataset dataset) {
        return switch (dataset.record()) {
            case NONE -> new RecordForm.Columns();
            case XAPI -> new RecordForm.Xapi();
            case JSON -> new RecordForm.Json(dataset.recordSchema().orElseThrow());
        };
    }
}
