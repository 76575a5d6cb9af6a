// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dases.impact.indicators.canonical.TableMapping;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.RecordForm;

/** What a dataset's mapping gives to {@code pseudonym(…)} for a person, as an expression over landed columns. */
final class PersonExpressions {
    /** Canonical columns that stand for a person. */
    static final List<String> COLUMNS = List.of("learner_pid", "respondent_pid");

    private static final Pattern CALL =
            Pattern.compile("\\s*pseudonym\\s*\\((.*)\\)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A member of the parsed record, which landed as text. */
    private static final Pattern MEMBER = Pattern.compile("\\b(?:statement|record)((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)");

    private PersonExpressions() {}

    /**
     * The expressions of all tables.
     *
     * @return Spark SQL; empty where one is not a plain call of {@code pseudonym}
     */
    static Optional<List<String>> of(Dataset dataset) {
        List<String> expressions = new ArrayList<>();
        for (TableMapping mapping : dataset.tables().values()) {
            for (String column : COLUMNS) {
                String mapped = mapping.columns().get(column);
                if (mapped != null) {
                    Optional<String> argument = argument(mapped);
                    if (argument.isEmpty()) {
                        return Optional.empty();
                    }
                    expressions.add(overText(argument.get(), dataset.record()));
                }
            }
        }
        return Optional.of(expressions.stream().distinct().toList());
    }

    private static Optional<String> argument(String mapped) {
        Matcher call = CALL.matcher(mapped);
        if (!call.matches()) {
            return Optional.empty();
        }
        int depth = 0;
        for (char c : call.group(1).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(call.group(1));
    }

    private static String overText(String expression, RecordForm form) {
        return form == RecordForm.NONE
                ? expression
                : MEMBER.matcher(expression).replaceAll("get_json_object(record, '\\$$1')");
    }
}
