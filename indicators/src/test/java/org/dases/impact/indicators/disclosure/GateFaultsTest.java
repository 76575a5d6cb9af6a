// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.PrimaryRulesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong within the gate, nothing is published. */
class GateFaultsTest {
    /** A library for linear programs that cannot be loaded ended the program with a stack trace. */
    @ParameterizedTest
    @ValueSource(classes = {UnsatisfiedLinkError.class, StackOverflowError.class})
    void aFaultRefuses(Class<? extends Error> kind) throws ReflectiveOperationException {
        Error fault = kind.getDeclaredConstructor().newInstance();
        assertThat(refused(fault).reasons()).singleElement().asString().contains(kind.getSimpleName());
    }

    /** That Java had too little memory was told as a defect, to be reported. */
    @Test
    void tablesThatDoNotFitIntoMemoryAreRefusedWithWhatToDo() {
        List<Throwable> faults =
                List.of(new OutOfMemoryError(), new IllegalStateException("a task failed", new OutOfMemoryError()));
        assertThat(faults)
                .allSatisfy(fault -> assertThat(refused(fault).reasons())
                        .singleElement()
                        .asString()
                        .startsWith("the 3 cohorts of the tables need more memory than the ")
                        .endsWith(
                                " MiB that Java has; nothing is published; give it more (-Xmx), or drop a dimension or its"
                                        + " finest level"));
    }

    private static Clearance.Refused refused(Throwable fault) {
        Gate gate = new Gate((pattern, rows) -> {
            if (fault instanceof RuntimeException wrapped) {
                throw wrapped;
            }
            throw (Error) fault;
        });
        CellTable table = new Aggregated("axis")
                .add(20, Node.of("a"))
                .add(30, Node.of("b"))
                .table("t", Aggregated.USERS);

        return gate.review(new Submission(List.of(table), PrimaryRulesTest.RECOMMENDED, List.of()))
                .match(
                        granted -> {
                            throw new AssertionError("published");
                        },
                        refused -> {
                            assertThat(refused.cause()).containsSame(fault);
                            return refused;
                        });
    }
}
