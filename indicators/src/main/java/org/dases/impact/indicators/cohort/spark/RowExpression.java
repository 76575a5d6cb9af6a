// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.SimpleAnalyzer$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedStar;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.IntegralDivide;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Remainder;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.trees.TreePattern$;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.cohort.CloseName;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A Spark SQL expression over the columns of one row, checked against a table's columns without data and without a
 * session: parsing and analysing need only Spark's catalyst, which loads in about a second.
 */
final class RowExpression {
    /**
     * What is wrong with an expression.
     *
     * @param message problem and reason
     * @param fix what to write instead, or empty
     */
    record Flaw(String message, String fix) {}

    private final StructType columns;

    RowExpression(StructType columns) {
        this.columns = columns;
    }

    /**
     * Checks an expression.
     *
     * @param text Spark SQL
     * @param wanted kind of value, for the message: for instance "true or false"
     * @param fits whether a type is of that kind
     * @return what is wrong, or empty
     */
    Optional<Flaw> check(String text, String wanted, java.util.function.Predicate<DataType> fits) {
        Expression parsed;
        try {
            parsed = CatalystSqlParser$.MODULE$.parseExpression(text);
        } catch (Exception e) {
            String near = refusal(e).getMessageParameters().getOrDefault("error", "its text");
            return Optional.of(new Flaw("'" + text + "' is no Spark SQL expression, at " + near, ""));
        }
        if (parsed instanceof Alias alias) {
            return Optional.of(new Flaw("'" + text + "' is no Spark SQL expression, at '" + alias.name() + "'", ""));
        }
        return names(text, parsed).or(() -> analysed(text, parsed, wanted, fits));
    }

    private Optional<Flaw> names(String text, Expression parsed) {
        List<String> known = List.of(columns.fieldNames());
        for (Expression part : parts(parsed)) {
            if (part instanceof UnresolvedStar) {
                return Optional.of(new Flaw("'*' is no column", "Name the columns."));
            }
            if (part instanceof UnresolvedAttribute attribute) {
                String name = attribute.nameParts().head();
                if (known.stream().noneMatch(name::equalsIgnoreCase)) {
                    return Optional.of(new Flaw(
                            "unknown column '" + name + "'" + CloseName.hint(name, known),
                            "Known: " + String.join(", ", known) + "."));
                }
            }
            if (isDivision(part) && !isSure(part.children().apply(1))) {
                return Optional.of(new Flaw(
                        "a division fails where the divisor is 0",
                        "Write try_divide(a, b), which is null there, in place of a / b."));
            }
            if (part instanceof UnresolvedFunction function) {
                String name = function.nameParts().last().toLowerCase(Locale.ROOT);
                scala.Option<ExpressionInfo> info =
                        FunctionRegistry$.MODULE$.builtin().lookupFunction(new FunctionIdentifier(name));
                if (info.isEmpty()) {
                    return Optional.of(
                            new Flaw("unknown function '" + name + "'", "Use a built-in function of Spark SQL."));
                }
                if (info.get().getGroup().equals("agg_funcs")) {
                    return Optional.of(aggregate(text));
                }
            }
        }
        return Optional.empty();
    }

    private static Flaw aggregate(String text) {
        return new Flaw(
                "'" + text + "' is an aggregate, where an expression over one row is wanted",
                "The measure aggregates; write only what one row contributes.");
    }

    /** Whether it gives another value at another time, or to somebody else: time, user, place of the data. */
    private static boolean isOfTheMoment(Expression part) {
        return part.nodePatterns().contains(TreePattern$.MODULE$.CURRENT_LIKE());
    }

    private static boolean isDivision(Expression part) {
        return part instanceof Divide || part instanceof IntegralDivide || part instanceof Remainder;
    }

    /** Whether a divisor is a number other than 0. */
    private static boolean isSure(Expression divisor) {
        return divisor instanceof Literal literal
                && literal.value() != null
                && new BigDecimal(literal.value().toString()).signum() != 0;
    }

    private Optional<Flaw> analysed(
            String text, Expression parsed, String wanted, java.util.function.Predicate<DataType> fits) {
        LogicalPlan plan;
        try {
            plan = SimpleAnalyzer$.MODULE$.execute(project(parsed));
            SimpleAnalyzer$.MODULE$.checkAnalysis(plan);
        } catch (Exception e) {
            return Optional.of(new Flaw("'" + text + "' cannot be computed: " + plain(refusal(e)), ""));
        }
        if (!(plan instanceof Project project)) {
            return Optional.of(aggregate(text));
        }
        Optional<Expression> found = project.child() instanceof LocalRelation
                        && project.projectList().head() instanceof Alias named
                ? Optional.of(named.child())
                : Optional.empty();
        Optional<Expression> value =
                found.filter(v -> v.deterministic() && !SubqueryExpression$.MODULE$.hasSubquery(v));
        if (value.isEmpty() || parts(value.get()).stream().anyMatch(RowExpression::isOfTheMoment)) {
            return Optional.of(
                    new Flaw(
                            "'" + text + "' looks beyond its row, at the clock, or is random",
                            "Use only the columns of the row; no window, subquery, generator, random function or present time."));
        }
        DataType type = value.get().dataType();
        return fits.test(type)
                ? Optional.empty()
                : Optional.of(
                        new Flaw("'" + text + "' is of type " + type.sql() + ", where " + wanted + " is wanted", ""));
    }

    /**
     * A row for which one condition holds, but not another: both are sound.
     *
     * @param inner Spark SQL condition
     * @param outer Spark SQL condition
     * @return values of its columns; empty where none was found
     */
    Optional<String> outside(String inner, String outer) {
        try {
            Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(
                    "(" + inner + ") and not coalesce((" + outer + "), false)");
            LogicalPlan plan = ReplaceExpressions$.MODULE$.apply(SimpleAnalyzer$.MODULE$.execute(project(parsed)));
            return plan instanceof Project project && project.projectList().head() instanceof Alias named
                    ? Within.row(named.child())
                    : Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException("Spark cannot compare two sound conditions", e);
        }
    }

    private LogicalPlan project(Expression parsed) {
        List<Attribute> attributes = new ArrayList<>();
        CollectionConverters.asJava(DataTypeUtils.toAttributes(columns)).forEach(attributes::add);
        LogicalPlan rows = new LocalRelation(seq(attributes), seq(List.<InternalRow>of()), false, scala.Option.empty());
        NamedExpression named = new Alias(
                parsed,
                "value",
                NamedExpression.newExprId(),
                seq(List.<String>of()),
                scala.Option.empty(),
                seq(List.<String>of()));
        return new Project(seq(List.of(named)), rows);
    }

    static List<Expression> parts(Expression root) {
        List<Expression> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(CollectionConverters.asJava(all.get(i).children()));
        }
        return all;
    }

    /** Spark's refusal of an expression; Scala does not declare what it throws. Anything else is a bug. */
    private static AnalysisException refusal(Exception e) {
        if (e instanceof AnalysisException refusal) {
            return refusal;
        }
        throw new IllegalStateException("Spark cannot check an expression", e);
    }

    /** Spark's message without its error class and SQL state. */
    private static String plain(AnalysisException e) {
        return e.getSimpleMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("^\\[[A-Z0-9_.]+] ", "")
                .replaceAll(" SQLSTATE: .*$", "")
                .replaceAll("\\.$", "");
    }

    private static <T> Seq<T> seq(List<T> items) {
        return CollectionConverters.asScala(items).toList();
    }
}
