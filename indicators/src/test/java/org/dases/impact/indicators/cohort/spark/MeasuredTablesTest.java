// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.spark.CanonicalSchema;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.junit.jupiter.api.Test;

/** What indicators are checked against is what the conformed tables have. */
class MeasuredTablesTest {
    @Test
    void canonicalTablesHaveTheColumnsAndTypesWithWhichTheyAreWritten() {
        for (CanonicalTable table : CanonicalTables.all()) {
            assertThat(columns(measured(table.name()))).as(table.name()).isEqualTo(columns(CanonicalSchema.of(table)));
        }
    }

    @Test
    void disabilityIsTrueOrFalse() {
        assertThat(measured("learner").apply("disability").dataType()).isEqualTo(DataTypes.BooleanType);
    }

    @Test
    void aLearnersRowHasTheDayItIsDatedBy() {
        assertThat(MeasuredTables.columnNames("learner")).contains("local_date");
        assertThat(MeasuredTables.columnNames("school")).doesNotContain("local_date");
    }

    private static StructType measured(String table) {
        return StructType.fromDDL(MeasuredTables.columns(table).orElseThrow());
    }

    private static List<String> columns(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field -> field.name() + " " + field.dataType().sql())
                .toList();
    }
}
