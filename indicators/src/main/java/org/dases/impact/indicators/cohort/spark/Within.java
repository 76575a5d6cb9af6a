// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.runtime.AbstractPartialFunction;

/**
 * Looks for a row for which a condition holds, by trying the values that the condition itself speaks of, one that it
 * does not speak of, and null, in every combination. A row that is found is proof; that none is found is none.
 */
final class Within {
    private static final int MOST = 20_000;

    private final Map<AttributeReference, List<@Nullable Object>> candidates = new LinkedHashMap<>();
    private final Expression condition;

    private Within(Expression analysed) {
        List<Expression> parts = RowExpression.parts(analysed);
        List<AttributeReference> columns = new ArrayList<>();
        for (Expression part : parts) {
            if (part instanceof AttributeReference column
                    && columns.stream().noneMatch(each -> each.exprId().equals(column.exprId()))) {
                columns.add(column);
            }
        }
        columns.forEach(column -> candidates.put(column, values(column.dataType(), parts)));
        this.condition = analysed.transform(new Binding(columns));
    }

    /**
     * A row for which a condition holds.
     *
     * @param analysed condition over the columns of a row
     * @return values of its columns, for instance {@code result = 'PASS'}; empty where none was found, or where the
     *     condition can only be computed within a query
     */
    static Optional<String> row(Expression analysed) {
        boolean canBeTried = RowExpression.parts(analysed).stream()
                .allMatch(part -> part instanceof AttributeReference || !(part instanceof Unevaluable));
        return canBeTried ? new Within(analysed).search() : Optional.empty();
    }

    private Optional<String> search() {
        long combinations = 1;
        for (List<@Nullable Object> values : candidates.values()) {
            combinations *= Math.max(1, values.size());
            if (combinations > MOST) {
                return Optional.empty();
            }
        }
        List<List<@Nullable Object>> all = List.copyOf(candidates.values());
        for (int number = 0; number < combinations; number++) {
            @Nullable Object[] row = new Object[all.size()];
            int rest = number;
            for (int i = 0; i < row.length; i++) {
                row[i] = all.get(i).get(rest % all.get(i).size());
                rest /= all.get(i).size();
            }
            if (holds(row)) {
                return Optional.of(told(row));
            }
        }
        return Optional.empty();
    }

    /** A row for which Spark cannot compute the condition, as when it divides by zero, proves nothing. */
    private boolean holds(@Nullable Object[] row) {
        try {
            return Boolean.TRUE.equals(condition.eval(new GenericInternalRow(row)));
        } catch (RuntimeException e) {
            if (e instanceof SparkThrowable) {
                return false;
            }
            throw e;
        }
    }

    private String told(@Nullable Object[] row) {
        List<String> told = new ArrayList<>();
        int i = 0;
        for (AttributeReference column : candidates.keySet()) {
            Object value = row[i++];
            told.add(column.name()
                    + (value == null ? " is null" : " = " + (value instanceof UTF8String ? "'" + value + "'" : value)));
        }
        return told.isEmpty() ? "any" : String.join(", ", told);
    }

    /** What a column may be: what the condition compares with, and beside it. */
    private static List<@Nullable Object> values(DataType type, List<Expression> parts) {
        Set<Object> values = new LinkedHashSet<>();
        if (type instanceof BooleanType) {
            values.addAll(List.of(true, false));
        } else if (type instanceof StringType) {
            literals(parts).filter(UTF8String.class::isInstance).forEach(values::add);
            values.add(UTF8String.fromString("another"));
        } else {
            literals(parts)
                    .filter(Number.class::isInstance)
                    .map(Number.class::cast)
                    .forEach(number -> List.of(-1, 0, 1)
                            .forEach(step ->
                                    number(type, number.doubleValue() + step).ifPresent(values::add)));
            number(type, 0).ifPresent(values::add);
        }
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    private static java.util.stream.Stream<Object> literals(List<Expression> parts) {
        return parts.stream()
                .filter(Literal.class::isInstance)
                .map(part -> Optional.ofNullable(((Literal) part).value()))
                .flatMap(Optional::stream);
    }

    private static Optional<Object> number(DataType type, double value) {
        if (type instanceof DoubleType) {
            return Optional.of(value);
        } else if (type instanceof LongType) {
            return Optional.of((long) value);
        }
        return type instanceof IntegerType ? Optional.of((int) value) : instant(type);
    }

    /** Some day or instant: whether there is one is what conditions mostly ask. */
    private static Optional<Object> instant(DataType type) {
        if (type instanceof TimestampType) {
            return Optional.of(0L);
        }
        return type instanceof DateType ? Optional.of(0) : Optional.empty();
    }

    /** Puts places of a row in place of columns. */
    private static final class Binding extends AbstractPartialFunction<Expression, Expression> {
        private final List<AttributeReference> columns;

        Binding(List<AttributeReference> columns) {
            this.columns = columns;
        }

        @Override
        public boolean isDefinedAt(Expression part) {
            return part instanceof AttributeReference;
        }

        @Override
        public Expression apply(Expression part) {
            for (int i = 0; i < columns.size(); i++) {
                if (part instanceof AttributeReference column
                        && columns.get(i).exprId().equals(column.exprId())) {
                    return new BoundReference(i, column.dataType(), true);
                }
            }
            return part;
        }
    }
}
