// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cell for cell the pattern of the R package GaussSuppression 1.2.3 with singleton = "none", k = 10, zeros published.
 */
class PeerComparisonTest {
    static final Rules PLAIN = new Rules(
            10,
            0,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Zeros.PUBLISH,
            false,
            Attacker.ADDS);

    @ParameterizedTest
    @ValueSource(strings = {"s1k", "s10k"})
    void givesThePatternOfTheReferenceImplementation(String name) throws IOException {
        Path folder = cases();
        Aggregated table = Aggregated.read(folder.resolve(name + ".csv"), folder.resolve(name + ".hier.json"));
        Map<List<String>, List<Node>> byCodes = new HashMap<>();
        table.counts()
                .keySet()
                .forEach(at ->
                        byCodes.put(at.stream().map(PeerComparisonTest::code).toList(), at));
        List<List<Node>> order = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("peer-" + name + "-gauss-none.csv"));
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = List.of(line.replace("\"", "").split(","));
            order.add(Optional.ofNullable(byCodes.get(values.subList(0, 4))).orElseThrow());
            expected.add(values.get(6).equals("TRUE"));
        }
        Clearance clearance =
                new Gate().review(new Submission(List.of(table.table("t", Aggregated.USERS, order)), PLAIN));
        List<Boolean> withheld = clearance.match(
                granted -> granted.release().tables().get(0).rows().stream()
                        .map(row -> row.status() == ConfStatus.C)
                        .toList(),
                refused -> {
                    throw new AssertionError(refused.toString(), refused.cause().orElse(null));
                });
        assertThat(withheld).isEqualTo(expected);
    }

    private static String code(Node node) {
        return node.isTotal() ? "Total" : node.path().get(node.path().size() - 1);
    }

    /** Folder of the cases beside the real data; the test is skipped where it does not exist. */
    static Path cases() {
        String data = Optional.ofNullable(System.getenv("IMPACT_REAL_DATA")).orElse("../../shared/data");
        Path folder = Path.of(data).resolveSibling("sdc-cases");
        assumeTrue(Files.isDirectory(folder), "no disclosure-control cases in " + folder);
        return folder;
    }
}
