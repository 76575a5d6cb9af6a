// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.dases.impact.indicators.canonical.FrenchDecimal;
import org.dases.impact.indicators.canonical.IsoDuration;
import org.dases.impact.indicators.canonical.LenientTimestamp;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.indicators.canonical.VerbMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions that mappings have beside those of Spark SQL. All take texts, some whole numbers too. They are bound
 * inside a mapping's own expressions and not registered in the session, so that no other query can call
 * {@code pseudonym}, and a name such as {@code timestamp} keeps its meaning elsewhere.
 */
final class MappingFunctions {
    static final String PSEUDONYM = "pseudonym";
    static final String VERB = "verb";

    private static final Set<String> WHOLE_NUMBERS = Set.of(PSEUDONYM, "blank_to_null", "french_decimal");

    /** A function of one text that Spark can send to its executors. */
    private interface OfText<T> extends Function<String, Optional<T>>, Serializable {}

    /** A test of a text that Spark can send to its executors. */
    private interface TestOfText extends Predicate<String>, Serializable {}

    private final Map<String, UserDefinedFunction> values = new HashMap<>();
    private final Map<String, UserDefinedFunction> unreadable = new HashMap<>();
    private final UserDefinedFunction unknownVerb = test("unknown_verb", verb -> !VerbMap.knows(verb));

    MappingFunctions(String domain, PseudonymKey key, ZoneId zone) {
        values.put(
                PSEUDONYM,
                functions
                        .udf(new KeyedPseudonym(domain, key), DataTypes.StringType)
                        .withName(PSEUDONYM));
        UDF2<@Nullable String, @Nullable String, @Nullable String> verb = MappingFunctions::action;
        values.put(VERB, functions.udf(verb, DataTypes.StringType).withName(VERB));
        add("verb_name", DataTypes.StringType, VerbMap::name, text -> false);
        add("blank_to_null", DataTypes.StringType, text -> Optional.of(text).filter(t -> !t.isBlank()), text -> false);
        OfText<Instant> timestamp = text -> LenientTimestamp.parse(text, zone);
        add("timestamp", DataTypes.TimestampType, timestamp, String::isBlank);
        add("french_decimal", DataTypes.DoubleType, FrenchDecimal::parse, FrenchDecimal::saysNoValue);
        add("duration_seconds", DataTypes.DoubleType, IsoDuration::seconds, String::isBlank);
        unreadable.remove("verb_name");
        unreadable.remove("blank_to_null");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> names() {
        return values.keySet().stream().sorted().toList();
    }

    /**
     * Whether a whole number may stand where the function wants a text: identifiers and marks come as numbers in JSON.
     * Never where a number is likely a mistake, as in {@code timestamp(1700000000)}.
     */
    static boolean takesWholeNumbers(String name) {
        return WHOLE_NUMBERS.contains(name);
    }

    /** The argument as the text that the function reads; {@code ExpressionCheck} has looked at its type. */
    static Column text(String name, Column argument) {
        return takesWholeNumbers(name) ? argument.cast(DataTypes.StringType) : argument;
    }

    Column call(String name, List<Column> arguments) {
        boolean verb = name.equals(VERB);
        if (arguments.isEmpty() || arguments.size() > (verb ? 2 : 1)) {
            throw new BadExpression(
                    "function " + name + " takes " + (verb ? "one or two arguments" : "one argument") + ", not "
                            + arguments.size(),
                    verb ? "write verb(iri) or verb(iri, progress)" : "write " + name + "(x)");
        }
        UserDefinedFunction function = Optional.ofNullable(values.get(name)).orElseThrow();
        Column first = text(name, arguments.get(0));
        if (!verb) {
            return function.apply(first);
        }
        Column none = functions.lit(null).cast(DataTypes.StringType);
        return function.apply(first, arguments.size() == 2 ? arguments.get(1) : none);
    }

    /** Whether a function finds no value in a text that means one; empty for functions that can read every text. */
    Optional<Column> unreadable(String name, Column argument) {
        return Optional.ofNullable(unreadable.get(name)).map(test -> test.apply(text(name, argument)));
    }

    Column unknownVerb(Column argument) {
        return unknownVerb.apply(argument);
    }

    private <T> void add(String name, DataType type, OfText<T> read, TestOfText noValue) {
        UDF1<@Nullable String, @Nullable T> value =
                text -> text == null ? null : read.apply(text).orElse(null);
        values.put(name, functions.udf(value, type).withName(name));
        unreadable.put(
                name,
                test(
                        "no_" + name,
                        text -> !noValue.test(text) && read.apply(text).isEmpty()));
    }

    private static UserDefinedFunction test(String name, TestOfText test) {
        UDF1<@Nullable String, Boolean> flag = text -> text != null && test.test(text);
        return functions.udf(flag, DataTypes.BooleanType).withName(name);
    }

    private static @Nullable String action(@Nullable String verb, @Nullable String progress) {
        return VerbMap.action(verb, share(progress)).map(Enum::name).orElse(null);
    }

    private static OptionalDouble share(@Nullable String progress) {
        Optional<Double> share = progress == null ? Optional.empty() : FrenchDecimal.parse(progress);
        return share.isPresent() ? OptionalDouble.of(share.get()) : OptionalDouble.empty();
    }
}
