// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.dases.impact.indicators.definition.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When codes of one level tell of another's; k is 10 where nothing else is said. */
class CodeGraphTest {
    /** Each entry is a code of the one level, one of the other, and how many people have both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            each course of one solution       | A a 50, A b 12, B c 40          | true
            two of each that belong together  | A a 50, A b 12, B a 9, C c 20   | true
            both unknown                      | A a 50, B a 12, U u 3           | true
            hanging together                  | A a 50, A b 12, B b 20          | false
            everything with everything        | A a 1, A b 2, B a 3, B b 4      | false
            a level with one code             | A a 50, A b 12, A c 3           | false
            nobody                            |                                 | false
            all but few of A are in a         | A a 50, A b 9, B b 30           | true
            all but ten of A are in a         | A a 50, A b 10, B b 30          | false
            a is too small to be known        | A a 9, A b 10, B b 30           | false
            all but few of a are in A         | A a 50, B a 9, B b 30           | true
            few left with a small one of A    | A a 50, A b 5, A c 4, B c 30, B d 20, C d 30, C c 10 | true
            enough left with a small one of A | A a 50, A b 6, A c 4, B c 30, B d 20, C d 30, C c 10 | false
            """)
    void codesTellOfOneAnother(String what, String entries, boolean isTied) {
        CodeGraph graph = entries == null ? new CodeGraph() : graph(entries);
        assertThat(graph.isTied(shown(10, 10), shown(10, 10))).as(what).isEqualTo(isTied);
    }

    private static CodeGraph graph(String entries) {
        CodeGraph graph = new CodeGraph();
        for (String entry : entries.split(", ", -1)) {
            String[] parts = entry.split(" ", -1);
            graph.add(parts[0], parts[1], Long.parseLong(parts[2]));
        }
        return graph;
    }

    /**
     * A less a, and b less B, are who has A and b: of that group none of the tables tells where it has fewer than
     * either asks. a is told by the table of the other level, B by that of the one, from its own k on.
     */
    @ParameterizedTest
    @CsvSource({
        "10, 10, 12, 70, false",
        "10, 30, 12, 70, true",
        "30, 10, 29, 25, true",
        "60, 10, 29, 25, true",
        "10, 60, 29, 25, true",
        "30, 60, 29, 25, false",
        "30, 10, 30, 25, false"
    })
    void eachTableHasItsOwnK(long k, long kOfOther, long both, long others, boolean isTied) {
        CodeGraph graph = graph("A a 50, A b " + both + ", B b " + others);
        assertThat(graph.isTied(shown(k, k), shown(kOfOther, kOfOther))).isEqualTo(isTied);
    }

    private static LevelTies.Shown shown(long least, long greatest) {
        return new LevelTies.Shown(new Level("level", "row.level"), least, greatest);
    }

    /**
     * The table of b and c tells the 15 of b by an indicator with a k of 10, though it has another with 20: they are in
     * A, and 5 others. With 20 alone it does not tell them, nor the other table the 70 of B with 80.
     */
    @Test
    void whatAnyIndicatorTellsMayBeKnown() {
        CodeGraph graph = graph("A b 15, A c 5, B c 70");
        assertThat(graph.isTied(shown(80, 80), shown(10, 20))).isTrue();
        assertThat(graph.isTied(shown(80, 80), shown(20, 20))).isFalse();
    }

    /** 12 of A are not in b, of whom a table with a k of 20 tells by no indicator, and others by those with 10. */
    @Test
    void whatNoIndicatorTellsMayBeLeft() {
        CodeGraph graph = graph("A b 50, A c 12, B c 9");
        assertThat(graph.isTied(shown(10, 10), shown(10, 10))).isFalse();
        assertThat(graph.isTied(shown(10, 10), shown(10, 20))).isTrue();
        assertThat(graph.isTied(shown(10, 20), shown(10, 10))).isTrue();
    }
}
