// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.MappingProblem;
import org.dases.impact.indicators.canonical.TableMapping;

/**
 * What can be said of a mapping's expressions before any record has landed: whether they are expressions, and whether
 * identifiers of persons are hidden. Starts no Spark session. Which columns there are only landed records show.
 */
public final class MappingSyntax {
    private MappingSyntax() {}

    /**
     * Looks at all expressions.
     *
     * @param tables canonical table to its mapping; tables and columns that do not exist are left to others
     * @return what is wrong, in the order of the mapping; empty if nothing is
     */
    public static List<MappingProblem> check(Map<String, TableMapping> tables) {
        List<MappingProblem> problems = new ArrayList<>();
        tables.forEach((name, mapping) -> mapping.columns()
                .forEach((column, sql) -> problem(name, column, sql).ifPresent(problems::add)));
        return problems;
    }

    private static Optional<MappingProblem> problem(String table, String column, String sql) {
        Expression parsed;
        try {
            parsed = CatalystSqlParser$.MODULE$.parseExpression(sql);
        } catch (Exception e) {
            if (e instanceof SparkThrowable refusal) {
                String near = refusal.getMessageParameters().getOrDefault("error", "its text");
                return Optional.of(new MappingProblem(
                        table, column, "'" + sql + "' is no Spark SQL expression, at " + near, "write one expression"));
            }
            throw e;
        }
        if (parsed instanceof Alias alias) {
            return Optional.of(new MappingProblem(
                    table,
                    column,
                    "'" + sql + "' is no Spark SQL expression, at '" + alias.name() + "'",
                    "write one expression"));
        }
        boolean isOfPerson = CanonicalTables.find(table)
                .flatMap(known -> known.column(column))
                .filter(known -> known.pseudonymous())
                .isPresent();
        return isOfPerson && !MappedExpression.isPseudonym(parsed)
                ? Optional.of(new MappingProblem(
                        table,
                        column,
                        "an identifier would pass unhidden: the expression is not a pseudonym(…) call",
                        "write pseudonym(" + sql + ")"))
                : Optional.empty();
    }
}
