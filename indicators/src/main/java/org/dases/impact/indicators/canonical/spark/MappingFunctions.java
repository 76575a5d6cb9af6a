// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.dases.impact.indicators.canonical.EventAction;
import org.dases.impact.indicators.canonical.FrenchDecimal;
import org.dases.impact.indicators.canonical.IsoDuration;
import org.dases.impact.indicators.canonical.LenientTimestamp;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.indicators.canonical.VerbMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions that mappings have beside those of Spark SQL. They take and are bound to texts. Each is bound within
 * the mapping's own expressions and not registered in the session, so that no other query can call {@code pseudonym}.
 */
final class MappingFunctions {
    static final String PSEUDONYM = "pseudonym";
    static final String VERB = "verb";

    /**
     * A function.
     *
     * @param value gives the value
     * @param least least number of arguments
     * @param most greatest number of arguments; missing ones are null
     */
    record Function(UserDefinedFunction value, int least, int most) {}

    private final Map<String, Function> functions;
    private final Map<String, UserDefinedFunction> unreadable;
    private final UserDefinedFunction unknownVerb = flag("unknown_verb", verb -> !VerbMap.knows(verb));

    MappingFunctions(String domain, PseudonymKey key, ZoneId zone) {
        functions = Map.of(
                PSEUDONYM, one(PSEUDONYM, new KeyedPseudonym(domain, key), DataTypes.StringType),
                VERB, new Function(verb(), 1, 2),
                "verb_name",
                        one("verb_name", text -> VerbMap.name(text).orElse(null), DataTypes.StringType),
                "timestamp", one("timestamp", text -> instant(text, zone), DataTypes.TimestampType),
                "french_decimal", one("french_decimal", MappingFunctions::decimal, DataTypes.DoubleType),
                "blank_to_null",
                        one("blank_to_null", text -> blank(text) ? null : text, DataTypes.StringType),
                "duration_seconds", one("duration_seconds", MappingFunctions::seconds, DataTypes.DoubleType));
        unreadable = Map.of(
                "timestamp", flag("no_timestamp", text -> !blank(text) && instant(text, zone) == null),
                "french_decimal",
                        flag(
                                "no_decimal",
                                text -> text != null && !FrenchDecimal.saysNoValue(text) && decimal(text) == null),
                "duration_seconds", flag("no_duration", text -> !blank(text) && seconds(text) == null));
    }

    boolean has(String name) {
        return functions.containsKey(name);
    }

    List<String> names() {
        return functions.keySet().stream().sorted().toList();
    }

    Column call(String name, List<Column> arguments) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no mapping function '" + name + "'");
        }
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            String wanted = function.least() == function.most()
                    ? String.valueOf(function.least())
                    : function.least() + " or " + function.most();
            throw new BadExpression(
                    "function " + name + " takes " + wanted + " argument(s), not " + arguments.size(),
                    "write " + name + "(x)");
        }
        Column[] all = new Column[function.most()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < arguments.size() ? arguments.get(i) : functions.lit(null).cast(DataTypes.StringType);
        }
        return function.value().apply(all);
    }

    /** Whether a function found no value in a text that is not blank; null for functions that take every text. */
    @Nullable Column unreadable(String name, Column argument) {
        UserDefinedFunction test = unreadable.get(name);
        return test == null ? null : test.apply(argument);
    }

    Column unknownVerb(Column argument) {
        return functions.coalesce(argument.isNotNull().and(unknownVerb.apply(argument)), functions.lit(false));
    }
}
