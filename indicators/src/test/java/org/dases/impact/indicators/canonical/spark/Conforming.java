// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.indicators.canonical.RecordForm;
import org.dases.impact.indicators.canonical.TableMapping;

/** What the tests of conforming share: settings, mappings, and reading the outcome. */
final class Conforming {
    static final String SECRET = "correct horse battery staple";
    static final PseudonymKey KEY = PseudonymKey.of(SECRET.getBytes(StandardCharsets.UTF_8));
    static final ConformSettings SETTINGS = new ConformSettings(ZoneId.of("Europe/Paris"), MonthDay.of(9, 1), KEY, 10);

    private Conforming() {}

    static Conformer conformer() {
        return new Conformer(TestSpark.session(), SETTINGS);
    }

    /** A mapping of one table; columns are pairs of name and expression. */
    static Mapping mapping(RecordForm form, String table, String... columns) {
        return new Mapping("lms", "edtech-a", "fr-edu", form, Map.of(table, table(columns)), List.of());
    }

    static Mapping csv(String table, String... columns) {
        return mapping(new RecordForm.Columns(), table, columns);
    }

    static Mapping xapi(String... more) {
        Map<String, String> columns = new LinkedHashMap<>(table(
                        "event_id", "statement.id",
                        "learner_pid", "pseudonym(statement.actor.account.name)",
                        "ts", "timestamp(statement.timestamp)",
                        "action", "verb(statement.verb.id)",
                        "resource_id", "statement.object.id")
                .columns());
        columns.putAll(table(more).columns());
        TableMapping event = new TableMapping(Optional.empty(), columns);
        return new Mapping("lms", "edtech-a", "fr-edu", new RecordForm.Xapi(), Map.of("event", event), List.of());
    }

    static TableMapping table(String... columns) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            pairs.put(columns[i], columns[i + 1]);
        }
        return new TableMapping(Optional.empty(), pairs);
    }

    static Conformed conform(Landed landed, Mapping mapping) {
        return conformer().conform(landed.rows(), mapping, ConformScope.everything());
    }

    /** Rows of a table as text, sorted, values joined by a bar. */
    static List<String> rows(Conformed conformed, String table, String... columns) {
        return texts(conformed.table(table), columns);
    }

    static List<String> reasons(Conformed conformed) {
        return texts(conformed.quarantine(), "_number", "table", "reason");
    }

    private static List<String> texts(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toList();
    }
}
