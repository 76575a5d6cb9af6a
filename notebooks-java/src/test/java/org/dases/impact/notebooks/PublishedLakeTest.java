// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedLakeTest {
    @TempDir
    static Path folder;

    static PublishedLake lake;

    @BeforeAll
    static void writesTheExample() {
        Path root = folder.resolve("zone publiée").resolve("published");
        ExampleLake.write(root);
        lake = PublishedLake.at(root);
    }

    @Test
    void listsCommittedReleasesOldestFirst() {
        Path root = folder.resolve("zone publiée").resolve("published").toAbsolutePath();
        assertThat(lake.releases())
                .containsExactly(
                        new Release(
                                1,
                                Instant.parse("2025-09-15T08:00:00Z"),
                                "0.1.0",
                                List.of(new ReleasedTable(
                                        ExampleLake.USAGE, root.resolve(ExampleLake.USAGE), 5, 3, 2, "f1")),
                                Optional.empty()),
                        new Release(
                                2,
                                Instant.parse("2025-10-15T08:00:00Z"),
                                "0.1.0",
                                List.of(
                                        new ReleasedTable(
                                                ExampleLake.QUALITY, root.resolve(ExampleLake.QUALITY), 2, 2, 0, "f2"),
                                        new ReleasedTable(
                                                ExampleLake.USAGE, root.resolve(ExampleLake.USAGE), 22, 16, 6, "f2")),
                                Optional.empty()));
        assertThat(lake.latest().id()).isEqualTo(2);
    }

    @Test
    void readsTheNewestReleaseUnlessAnotherIsAsked() {
        assertThat(lake.table(ExampleLake.USAGE).rows()).hasSize(22);
        assertThat(lake.table(ExampleLake.USAGE).releaseId()).isEqualTo(2);
        assertThat(lake.table(ExampleLake.USAGE, 1).rows()).hasSize(5);
        assertThat(lake.table(ExampleLake.USAGE, 1).rows())
                .allMatch(row -> row.whole("release_id").orElse(0) == 1);
    }

    @Test
    void givesTypedAccessToTheCells() {
        Figure paris =
                lake.table(ExampleLake.USAGE).where("academie", "Paris").rows().get(0);
        assertThat(paris.text("region_academique")).isEqualTo("Île-de-France");
        assertThat(paris.number("value")).isEqualTo(OptionalDouble.of(214));
        assertThat(paris.whole("n_learners")).isEqualTo(OptionalLong.of(214));
        assertThat(paris.date("period_start")).contains(LocalDate.of(2025, 9, 1));
        assertThat(paris.instant("frozen_since")).isEmpty();
        assertThat(paris.isWithheld()).isFalse();
        assertThat(paris.value()).isEqualTo(new Value.Exact(214));
    }

    @Test
    void neverReturnsRowsOfAReleaseThatIsNotCommitted() {
        assertThat(lake.table(ExampleLake.USAGE).rows())
                .noneMatch(row -> row.whole("release_id").orElse(0) == 3)
                .noneMatch(row -> row.number("value").orElse(0) > 8000);
        assertThatThrownBy(() -> lake.table(ExampleLake.USAGE, 3))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("unknown release '3'")
                .hasMessageEndingWith("there are: 1, 2");
    }

    @Test
    void givesAWithheldRowNoNumberInAnyColumn() {
        List<Figure> withheld = lake.table(ExampleLake.USAGE).rows().stream()
                .filter(Figure::isWithheld)
                .toList();
        assertThat(withheld).hasSize(6);
        for (Figure row : withheld) {
            assertThat(row.value()).isEqualTo(new Value.Secret());
            assertThat(Columns.MEASURED)
                    .allSatisfy(column -> assertThat(row.number(column)).isEmpty());
        }
    }
}
