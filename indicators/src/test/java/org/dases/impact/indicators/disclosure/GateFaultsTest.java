// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong within the gate, nothing is published. */
class GateFaultsTest {
    /** A library for linear programs that cannot be loaded ended the program with a stack trace. */
    @ParameterizedTest
    @ValueSource(classes = {UnsatisfiedLinkError.class, StackOverflowError.class, OutOfMemoryError.class})
    void aFaultRefuses(Class<? extends Error> kind) throws ReflectiveOperationException {
        Error fault = kind.getDeclaredConstructor().newInstance();
        Gate gate = new Gate((population, pattern) -> {
            throw fault;
        });
        CellTable table = new Aggregated("axis")
                .add(20, Node.of("a"))
                .add(30, Node.of("b"))
                .table("t", Aggregated.USERS);

        Clearance clearance = gate.review(new Submission(List.of(table), PrimaryRulesTest.RECOMMENDED, List.of()));

        assertThat(clearance).isInstanceOfSatisfying(Clearance.Refused.class, refused -> {
            assertThat(refused.cause()).containsSame(fault);
            assertThat(refused.reasons()).singleElement().asString().contains(kind.getSimpleName());
        });
    }
}
