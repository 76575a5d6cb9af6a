// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalType;
import org.dases.impact.indicators.canonical.MappingProblem;
import scala.jdk.javaapi.CollectionConverters;

/** Looks into one expression without data: does it name what exists, is it a row expression, does its type fit. */
final class ExpressionCheck {
    private static final List<String> MOVING = List.of("current_timestamp", "current_date", "now", "localtimestamp");

    private final Dataset<Row> view;
    private final MappingFunctions functions;

    /** All expressions of the mapping. */
    private final List<String> expressions;

    /** A check against records as the mapping sees them, without a row. */
    ExpressionCheck(Dataset<Row> view, MappingFunctions functions, List<String> expressions) {
        this.view = view;
        this.functions = functions;
        this.expressions = List.copyOf(expressions);
    }

    Optional<MappingProblem> problem(CanonicalTable table, String name, String sql) {
        try {
            MappedExpression expression = MappedExpression.of(sql, functions);
            boolean pseudonymous =
                    table.column(name).filter(c -> c.pseudonymous()).isPresent();
            if (pseudonymous && !expression.pseudonym()) {
                throw new BadExpression(
                        "an identifier would pass unhidden: the expression is not a pseudonym(…) call",
                        "write pseudonym(" + sql + ")");
            }
            checkResolved(resolve(expression), TablePlan.type(table, name));
            return Optional.empty();
        } catch (BadExpression bad) {
            return Optional.of(new MappingProblem(table.name(), name, bad.reason(), bad.fix()));
        } catch (Exception e) {
            if (e instanceof AnalysisException analysis) {
                BadExpression bad = new AnalysisFault(analysis, shown(), functions).explained();
                return Optional.of(new MappingProblem(table.name(), name, bad.reason(), bad.fix()));
            }
            throw e;
        }
    }

    /**
     * Columns that may be named in a message: all, where the mapping uses one of them. Where it uses none, the file may
     * have no header, and what is taken for names are the values of its first record.
     */
    private List<String> shown() {
        return expressions.stream().anyMatch(this::namesAColumn)
                ? Arrays.stream(view.schema().fieldNames())
                        .filter(ExpressionCheck::isSource)
                        .toList()
                : List.of();
    }

    private boolean namesAColumn(String sql) {
        try {
            Expression expression = resolve(MappedExpression.of(sql, functions));
            return CollectionConverters.asJava(expression.references().toSeq()).stream()
                    .anyMatch(column -> isSource(column.name()));
        } catch (BadExpression bad) {
            return false;
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isSource(String column) {
        return !column.startsWith("_");
    }

    private Expression resolve(MappedExpression expression) {
        LogicalPlan plan = ((org.apache.spark.sql.classic.Dataset<Row>)
                        view.select(expression.column().as("x")))
                .queryExecution()
                .analyzed();
        boolean rowWise = plan instanceof Project project && project.child() instanceof LocalRelation;
        if (!rowWise || !plan.subqueriesAll().isEmpty()) {
            throw new BadExpression(
                    "the expression does not give one value per record (aggregate, window, explode or subquery)",
                    "use functions of the record's own columns only");
        }
        return ((Expression) ((Project) plan).projectList().apply(0)).children().apply(0);
    }

    private static void checkResolved(Expression expression, CanonicalType wanted) {
        for (Expression each : all(expression)) {
            if (!each.deterministic() || MOVING.contains(each.prettyName().toLowerCase(Locale.ROOT))) {
                throw new BadExpression(
                        "'" + each.prettyName() + "' gives another value on each run",
                        "use columns of the record, for instance _pulled_at");
            }
            if (each instanceof ScalaUDF call) {
                checkArguments(call);
            }
        }
        checkType(expression.dataType(), wanted);
    }

    private static void checkArguments(ScalaUDF call) {
        String name = call.udfName().get();
        boolean numbers = MappingFunctions.takesWholeNumbers(name);
        for (Expression argument : CollectionConverters.asJava(call.children())) {
            // These functions make a text of whatever is written between their brackets; that is what is looked at.
            DataType type =
                    numbers && argument instanceof Cast text ? text.child().dataType() : argument.dataType();
            boolean taken = type.equals(DataTypes.StringType)
                    || type.equals(DataTypes.NullType)
                    || (numbers && type instanceof IntegralType);
            if (!taken) {
                throw new BadExpression(
                        "function " + name + " takes a text" + (numbers ? " or a whole number" : "") + ", not "
                                + type.sql(),
                        type.equals(DataTypes.TimestampType)
                                ? "leave the function out"
                                : "write CAST(… AS STRING) around the argument");
            }
        }
    }

    private static void checkType(DataType type, CanonicalType wanted) {
        boolean epoch = type instanceof NumericType && wanted == CanonicalType.TIMESTAMP;
        if (epoch) {
            throw new BadExpression("a number is no TIMESTAMP", "write timestamp_millis(…) or timestamp_seconds(…)");
        }
        if (!Cast.canAnsiCast(type, CanonicalSchema.type(wanted))) {
            throw new BadExpression(
                    "type " + type.sql() + " cannot be read as " + wanted.sql(),
                    wanted == CanonicalType.STRINGS
                            ? "write split(…, ',') or array(…)"
                            : "convert it in the expression");
        }
    }

    private static List<Expression> all(Expression root) {
        List<Expression> found = new ArrayList<>(List.of(root));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(CollectionConverters.asJava(found.get(i).children()));
        }
        return found;
    }
}
