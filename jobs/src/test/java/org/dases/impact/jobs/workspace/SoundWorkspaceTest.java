// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace of {@code impact init}, read. */
class SoundWorkspaceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        WorkspaceTemplate.writeTo(folder);
    }

    @Test
    void saysWhatItsSettingsSay() {
        assertThat(read().settings())
                .isEqualTo(new Settings(
                        Set.of("https://dases.example/participants/observatoire"),
                        Role.DATA_USER,
                        Optional.of(".impact/lake"),
                        ZoneId.of("Europe/Paris"),
                        MonthDay.of(9, 1),
                        Set.of("impact-measurement"),
                        new Surroundings(new TreeSet<>(), new TreeSet<>(), new TreeMap<>()),
                        Optional.empty(),
                        new SecretReference(SecretReference.Kind.FILE, ".impact/secret/pseudonym.key"),
                        Duration.ofMinutes(30),
                        10,
                        new Thresholds(10, 20, 5, OptionalInt.of(3), OptionalInt.of(85), OptionalInt.of(3), true)));
        assertThat(read().lake()).isEqualTo(folder.resolve(".impact/lake").toString());
    }

    @Test
    void saysWhatContractsMayAskOfItsSurroundings() throws IOException {
        Path file = folder.resolve("impact.yaml");
        Files.writeString(file, Files.readString(file).replace("purposes: [impact-measurement]", """
                                purposes:
                                  - quality
                                  - {name: impact-measurement, broader: [research]}
                                  - {name: research, broader: [science]}
                                spatial: [{name: FR, broader: [EU]}]
                                recipients: ["urn:ministry"]
                                """));

        Settings settings = read().settings();

        assertThat(settings.purposes()).containsExactlyInAnyOrder("quality", "impact-measurement", "research");
        Surroundings said = settings.surroundings();
        assertThat(said.spatial()).containsExactly("FR");
        assertThat(said.recipients()).containsExactly("urn:ministry");
        assertThat(said.members())
                .isEqualTo(Map.of(
                        "EU", Set.of("FR"), "research", Set.of("impact-measurement"), "science", Set.of("research")));
        assertThat(said.withBroader(Set.of("impact-measurement")))
                .containsExactlyInAnyOrder("impact-measurement", "research", "science");
        assertThat(said.operands()).containsExactlyInAnyOrder("spatial", "recipient");
    }

    @Test
    void saysWhatItsDatasetSays() {
        Dataset dataset = read().dataset("example").orElseThrow();

        assertThat(dataset.contract()).isEqualTo("urn:contract:example");
        assertThat(dataset.options())
                .isEqualTo(
                        Map.of("path", "data/example/*.csv", "format", "csv", "delimiter", ";", "encoding", "UTF-8"));
        assertThat(dataset.record()).isEqualTo(RecordForm.NONE);
        assertThat(dataset.tables()).containsOnlyKeys("enrolment");
        assertThat(dataset.tables().values())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.columns())
                        .containsEntry("learner_pid", "pseudonym(eleve)")
                        .containsEntry("solution_id", "'edtech-a'"));
        assertThat(dataset.required()).containsExactly("learner_pid", "course_id");
        assertThat(dataset.retention()).contains(Period.ofYears(3));
    }

    @Test
    void resolvesTheIndicatorsOfItsTable() {
        PublishedTable table = read().table("success_by_course").orElseThrow();

        assertThat(table.indicators()).extracting(Indicator::id).containsExactly("PR-02", "PR-06");
        assertThat(table.periods()).containsExactly(PeriodKind.YEAR);
        assertThat(table.minimumContributors()).isEmpty();
    }

    @Test
    void hasItsContractAdmissible() {
        assertThat(read().contracts().problems()).isEmpty();
        assertThat(read().contracts().find("urn:contract:example")).isPresent();
    }

    @Test
    void thresholdsMayBeNone() throws IOException {
        Path file = folder.resolve("impact.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("schools: 3", "schools: none")
                        .replace("percent: 85", "percent: none")
                        .replace("providers: 3", "providers: none")
                        .replace("zeros: publish", "zeros: withhold"));

        assertThat(read().settings().thresholds())
                .isEqualTo(new Thresholds(
                        10, 20, 5, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false));
    }

    @Test
    void realDataAreFoundThroughTheEnvironment() throws IOException {
        Path file = folder.resolve("datasets/example.yaml");
        Files.writeString(
                file, Files.readString(file).replace("data/example/*.csv", "${IMPACT_REAL_DATA}/oulad/*.csv"));

        WorkspaceReading set = new WorkspaceReader(Map.of("IMPACT_REAL_DATA", "/somewhere")).read(folder);
        assertThat(sound(set).datasets().get(0).options()).containsEntry("path", "/somewhere/oulad/*.csv");
        WorkspaceReading beside = new WorkspaceReader(Map.of("IMPACT_HOME", "/repo/checkout")).read(folder);
        assertThat(sound(beside).datasets().get(0).options()).containsEntry("path", "/repo/shared/data/oulad/*.csv");
    }

    @Test
    void hasAKeyThatOnlyItsOwnerCanReadAndThatIsNeverReplaced() throws IOException {
        SecretReference key = read().settings().pseudonymKey();
        Path file = key.file(folder).orElseThrow();
        String first = key.read(folder, Map.of()).orElseThrow();

        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(key.create(folder)).isFalse();
        assertThat(key.read(folder, Map.of())).contains(first);
    }

    @Test
    void aKeyMayLieInTheEnvironment() throws IOException {
        SecretReference key = SecretReference.of("env:KEY");

        assertThat(key.read(folder, Map.of("KEY", " abc "))).contains("abc");
        assertThat(key.read(folder, Map.of())).isEmpty();
        assertThat(key.text()).isEqualTo("env:KEY");
    }

    private Workspace read() {
        return sound(new WorkspaceReader(Map.of()).read(folder));
    }

    private static Workspace sound(WorkspaceReading reading) {
        return reading.match(workspace -> workspace, problems -> {
            throw new AssertionError(List.copyOf(problems));
        });
    }
}
