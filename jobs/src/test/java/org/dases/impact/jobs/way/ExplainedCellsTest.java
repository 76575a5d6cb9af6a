// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who keep the engine are told why a cell was withheld, and no count. */
class ExplainedCellsTest {
    /** Course L1 has 3 students; without it, those of L2 would tell how many. */
    @Test
    void theLedgerRemembersWhy() throws IOException {
        Called small = explain("results", "faculty=L,course=L1", "--json");
        JsonNode indicators = new ObjectMapper().readTree(small.out()).path("indicators");
        assertThat(indicators.findValuesAsText("indicator")).containsExactly("ENR", "STU");
        assertThat(indicators.findValuesAsText("told")).containsOnly("false");
        assertThat(indicators.findValues("reasons"))
                .allSatisfy(reasons -> assertThat(reasons).hasToString("[\"BELOW_THRESHOLD\"]"));

        Called complement = explain("results", "faculty=L,course=L2", "--period", "2023-2024");
        assertThat(complement.code()).as(complement.err()).isZero();
        assertThat(complement.out())
                .contains("Release 1, table results, faculty=L,course=L2", "ENR: not told:")
                .contains("A withheld figure could be computed from it")
                .doesNotContain("24 ");
        assertThat(explain("results", "faculty=L,course=L3").out()).contains("ENR: told as it is.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            result  | faculty=L | no published table result (did you mean 'results'?)
            results | faculti=L | has no column faculti (did you mean 'faculty'?)
            results | course=L1 | Name a finer column with all those above it
            results | faculty   | is not understood
            """)
    void whatIsNotThereIsToldWithItsFix(String table, String cell, String found) {
        Called wrong = explain(table, cell);

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(found);
    }

    private static Called explain(String table, String cell, String... more) {
        TestSpark.session();
        List<String> args = new ArrayList<>(List.of("releases", "explain", table, cell));
        args.addAll(List.of(more));
        args.addAll(List.of("-w", SmallSpace.released().folder().toString(), "--lang", "en"));
        return Called.with(args.toArray(String[]::new));
    }
}
