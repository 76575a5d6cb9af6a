// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.typeof;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.dases.impact.indicators.canonical.CanonicalType;
import scala.Option;

/**
 * One mapped column, tried on each record: a struct of its value ({@code v}), whether a text could not be read
 * ({@code u}), whether a verb is unknown ({@code k}) and whether it is a day without a time ({@code d}); the struct is
 * null where the expression fails on the record.
 *
 * <p>Failing is caught around the whole expression ({@code TryEval}), since in Spark 4 any cast or sum may fail. The
 * condition before it is true for every good record. It is there so that Spark does not evaluate a subexpression that
 * two columns share ahead of both, outside the catch.
 */
final class ColumnPlan {
    private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private ColumnPlan() {}

    static Column tried(MappedExpression expression, CanonicalType type, String zone) {
        Expression cast = cast(expression.value(), CanonicalSchema.type(type), zone);
        Column fields = struct(
                ExpressionUtils.column(cast).as("v"),
                any(expression.unreadable()).as("u"),
                any(expression.unknownVerbs()).as("k"),
                isDay(expression.value()).as("d"));
        Expression caught = new TryEval(ExpressionUtils.expression(fields));
        return when(col(RecordView.GOOD), ExpressionUtils.column(caught));
    }

    /** A strict cast that takes local times as the school's. */
    static Expression cast(Expression value, DataType type, String zone) {
        return new Cast(value, type, Option.apply(zone), EvalMode.ANSI());
    }

    /** Spark folds the type, so that nothing is made a text that has a time anyway. */
    private static Column isDay(Expression value) {
        Column text = ExpressionUtils.column(value);
        return when(
                        typeof(text).isin("date", "string"),
                        text.cast(DataTypes.StringType).rlike(DAY))
                .otherwise(lit(false));
    }

    private static Column any(List<Column> conditions) {
        return conditions.stream().reduce(lit(false), Column::or);
    }
}
