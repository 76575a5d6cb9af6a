// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.dases.impact.indicators.canonical.CloseNames;

/** Spark's own complaint about an expression, in the words of a mapping's author. */
final class AnalysisFault {
    private final AnalysisException fault;
    private final List<String> columns;
    private final MappingFunctions functions;

    /**
     * Takes a complaint.
     *
     * @param fault Spark's
     * @param columns columns that may be named; none where they may be values of a record
     * @param functions the mapping's
     */
    AnalysisFault(AnalysisException fault, List<String> columns, MappingFunctions functions) {
        this.fault = fault;
        this.columns = columns;
        this.functions = functions;
    }

    BadExpression explained() {
        String condition = String.valueOf(fault.getCondition());
        if (condition.startsWith("UNRESOLVED_COLUMN")) {
            return unknown("column", plain(parameter("objectName")), columns);
        }
        if (condition.startsWith("FIELD_NOT_FOUND")) {
            List<String> fields = Arrays.stream(parameter("fields").split(","))
                    .map(AnalysisFault::plain)
                    .toList();
            return unknown("field", plain(parameter("fieldName")), fields);
        }
        if (condition.startsWith("UNRESOLVED_ROUTINE")) {
            return unknown("function", plain(parameter("routineName")), functions.names());
        }
        if (condition.startsWith("PARSE")) {
            return new BadExpression(
                    "not a Spark SQL expression, near " + parameter("error"), "mind quotes and brackets");
        }
        String text = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return new BadExpression("Spark SQL refuses the expression: " + text, "");
    }

    private static BadExpression unknown(String what, String name, List<String> known) {
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String last = name.substring(name.lastIndexOf('.') + 1);
        String fix = CloseNames.to(name, known)
                .or(() -> CloseNames.to(last, known))
                .or(() -> CloseNames.to(first, known).map(close -> close + name.substring(first.length())))
                .map(close -> "did you mean '" + close + "'?")
                .orElseGet(() -> all(what, known));
        return new BadExpression("unknown " + what + " '" + name + "'", fix);
    }

    private static String all(String what, List<String> known) {
        if (what.equals("function")) {
            return "mapping functions beside those of Spark SQL are " + String.join(", ", known);
        }
        return known.isEmpty()
                ? "no column of the mapping is there: see that the files are not empty, begin with a line of column"
                        + " names, and have the 'delimiter' of the options"
                : "there are " + String.join(", ", known);
    }

    private String parameter(String name) {
        Map<String, String> parameters = fault.getMessageParameters();
        return parameters.getOrDefault(name, "");
    }

    private static String plain(String quoted) {
        return quoted.strip().replace("`", "");
    }
}
