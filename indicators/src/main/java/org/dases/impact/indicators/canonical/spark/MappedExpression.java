// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.classic.ExpressionUtils;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A mapping's expression with its functions bound.
 *
 * @param value the expression, unresolved
 * @param unreadable conditions, each: a text that a function was to read means a value but is none
 * @param unknownVerbs conditions, each: a verb that is in no known vocabulary or not in the table
 * @param pseudonym whether nothing but a pseudonym can come out
 */
record MappedExpression(Expression value, List<Column> unreadable, List<Column> unknownVerbs, boolean pseudonym) {

    static MappedExpression of(String sql, MappingFunctions functions) {
        Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(sql);
        Binder binder = new Binder(functions);
        Expression bound = binder.bind(parsed);
        return new MappedExpression(
                bound, List.copyOf(binder.unreadable), List.copyOf(binder.unknownVerbs), isPseudonym(parsed));
    }

    /** Whether nothing but a pseudonym can come out of an expression. */
    static boolean isPseudonym(Expression parsed) {
        return function(parsed).filter(MappingFunctions.PSEUDONYM::equals).isPresent();
    }

    Column column() {
        return ExpressionUtils.column(value);
    }

    private static Optional<String> function(Expression expression) {
        return expression instanceof UnresolvedFunction call && call.nameParts().size() == 1
                ? Optional.of(call.nameParts().apply(0).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Replaces the calls of mapping functions, from the leaves up. */
    private static final class Binder {
        private final MappingFunctions functions;
        private final List<Column> unreadable = new ArrayList<>();
        private final List<Column> unknownVerbs = new ArrayList<>();

        Binder(MappingFunctions functions) {
            this.functions = functions;
        }

        Expression bind(Expression expression) {
            List<Expression> children = new ArrayList<>();
            for (Expression child : CollectionConverters.asJava(expression.children())) {
                children.add(bind(child));
            }
            Optional<String> name = function(expression).filter(functions::has);
            if (name.isPresent()) {
                return call(
                        name.get(),
                        children.stream().map(ExpressionUtils::column).toList());
            }
            return children.isEmpty()
                    ? expression
                    : expression.withNewChildren(
                            CollectionConverters.asScala(children).toSeq());
        }

        private Expression call(String name, List<Column> arguments) {
            Column value = functions.call(name, arguments);
            functions.unreadable(name, arguments.get(0)).ifPresent(unreadable::add);
            if (name.equals(MappingFunctions.VERB)) {
                unknownVerbs.add(functions.unknownVerb(arguments.get(0)));
            }
            return ExpressionUtils.expression(value);
        }
    }
}
