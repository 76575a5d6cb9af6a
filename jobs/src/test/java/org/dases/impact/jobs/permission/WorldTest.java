// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.odrl.Value;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.Circumstances;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.workspace.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts are told of the world decides, and what nobody says permits nothing. */
final class WorldTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Surroundings SAID = new Surroundings(
            new TreeSet<>(Set.of("FR")),
            new TreeSet<>(Set.of("urn:ministry")),
            new TreeMap<>(Map.of("EU", Set.of("FR"), "research", Set.of("impact-measurement"))));
    private static final Surroundings SILENT = new Surroundings(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());

    @TempDir
    private Path lake;

    private Contract unlimited = SampleTerms.contract("");

    @BeforeEach
    void useOnce() {
        assertThat(uses().reserve(unlimited, SampleTerms.RESOURCE, "d", FIRST, number -> true))
                .hasValue(1);
    }

    /**
     * Thirty days from the first use, both ends included; a clock that was set back by more than 10 s tells nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, true",
        "2026-01-31T00:00:00Z, true",
        "2026-01-31T00:00:01Z, false",
        "2025-12-31T23:59:50Z, true",
        "2025-12-31T23:59:49Z, false",
    })
    void timeElapsesFromTheFirstUse(Instant at, boolean permitted) {
        assertThat(permits("elapsedTime lteq P30D", SAID, at)).isEqualTo(permitted);
    }

    /** A dataset that names the offering, or what is beside it, in place of the resource, does not begin anew. */
    @ParameterizedTest
    @CsvSource({"2026-01-31T00:00:00Z, PT720H", "2026-02-10T00:00:00Z, PT960H"})
    void timeDoesNotBeginAnewWithAnotherResource(Instant at, String elapsed) {
        assertThat(new World(SILENT, uses()).next(unlimited, "urn:o", at).context())
                .containsEntry("elapsedTime", List.of(new Value(elapsed, "duration")));
    }

    @Test
    void noTimeHasElapsedBeforeTheFirstUse() {
        UseBook none = new UseBook(new Lake(lake.resolve("other").toString()));
        Circumstances known = new World(SILENT, none).next(unlimited, SampleTerms.RESOURCE, FIRST);
        assertThat(known.context()).containsEntry("elapsedTime", List.of(new Value("PT0S", "duration")));
    }

    @ParameterizedTest
    @CsvSource({
        "spatial eq FR, true, false",
        "spatial eq DE, false, false",
        "spatial isPartOf EU, true, false",
        "spatial isPartOf US, false, false",
        "recipient eq urn:ministry, true, false",
        "recipient eq urn:company, false, false",
        "purpose eq impact-measurement, true, true",
        "purpose eq research, true, false",
        "purpose isA research, true, false",
        "purpose eq marketing, false, false",
        "count lteq 2, true, true",
        "count lteq 1, false, false",
        "usageCount lt 3, true, true",
        "event eq urn:e, false, false",
    })
    void decidesByWhatTheWorkspaceSays(String condition, boolean said, boolean silent) {
        assertThat(permits(condition, SAID, FIRST)).isEqualTo(said);
        assertThat(permits(condition, SILENT, FIRST)).isEqualTo(silent);
    }

    /** A contract for research as a whole is one for what the workspace says is research. */
    @ParameterizedTest
    @CsvSource({"research, true", "impact-measurement, true", "marketing, false"})
    void takesThePurposesOfTheContractWithWhatIsNarrower(String purpose, boolean permitted) {
        Contract contract = SampleTerms.contract("", purpose);
        assertThat(permits(contract, SAID, FIRST)).isEqualTo(permitted);
    }

    /** The use that is pulled already stays permitted while no further one is. */
    @Test
    void whatWasPulledBelongsToTheLastUse() {
        Contract once = SampleTerms.contract("count lteq 1");
        World world = new World(SILENT, uses());
        assertThat(decide(once, world.next(once, SampleTerms.RESOURCE, FIRST), FIRST))
                .isFalse();
        assertThat(decide(once, world.now(once, SampleTerms.RESOURCE, FIRST), FIRST))
                .isTrue();
    }

    private boolean permits(String condition, Surroundings surroundings, Instant at) {
        return permits(SampleTerms.contract(condition), surroundings, at);
    }

    private boolean permits(Contract contract, Surroundings surroundings, Instant at) {
        return decide(contract, new World(surroundings, uses()).next(contract, SampleTerms.RESOURCE, at), at);
    }

    private static boolean decide(Contract contract, Circumstances circumstances, Instant at) {
        return new OdrlEvaluator()
                .decide(
                        contract,
                        new PolicyRequest(
                                Action.READ,
                                SampleTerms.RESOURCE,
                                "urn:us",
                                Set.of("impact-measurement"),
                                at,
                                circumstances))
                .match(permit -> true, denial -> false);
    }

    private UseBook uses() {
        return new UseBook(new Lake(lake.toString()));
    }
}
