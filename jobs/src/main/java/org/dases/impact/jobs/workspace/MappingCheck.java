// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.MappingProblem;
import org.dases.impact.indicators.canonical.RecordForm;

/**
 * Checks a dataset's mapping against the canonical tables; expressions are left to those who have the landed columns.
 */
final class MappingCheck {
    private MappingCheck() {}

    static void check(YamlDocument document, List<Problem> problems) {
        JsonNode root = document.root();
        List<String> required = DatasetFile.texts(root.path("quality").path("required"));
        Mapping mapping = new Mapping(
                root.get("dataset").asText(),
                root.get("provider").asText(),
                root.get("pseudonym-domain").asText(),
                new RecordForm.Columns(),
                DatasetFile.tables(root.get("tables")),
                required);
        for (MappingProblem problem : mapping.check()) {
            problems.add(placed(document, required, problem));
        }
    }

    static Problem placed(YamlDocument document, List<String> required, MappingProblem problem) {
        boolean guess = problem.fix().startsWith("did you mean");
        String message = problem.reason() + (guess ? " (" + problem.fix() + ")" : "");
        String fix = guess ? "" : sentence(problem.fix());
        String table = YamlDocument.child("/tables", problem.table());
        String column = YamlDocument.child(table + "/columns", problem.column());
        if (problem.table().isEmpty()) {
            return document.atValue("/quality/required/" + required.indexOf(problem.column()), message, fix);
        }
        if (problem.column().isEmpty() || document.keys().containsKey(column)) {
            return document.atKey(problem.column().isEmpty() ? table : column, message, fix);
        }
        return document.atKey(table, "'" + problem.table() + "." + problem.column() + "': " + message, fix);
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
