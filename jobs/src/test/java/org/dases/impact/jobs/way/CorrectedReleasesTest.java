// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.Figure;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.PublishedLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of the same data, corrected in between. Learners are numbered from 0 in every course, so that course L3 with
 * its 41 has all those of provider north: 41 and the 33 of south are 74.
 */
class CorrectedReleasesTest {
    private static final int K = 10;
    private static final List<String> TABLES = List.of("results", "success");

    @TempDir
    private Path folder;

    @Test
    void freezeWhatMovedByFewAndTellWhatMovedByMany() {
        TestWorkspace workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
        Map<Place, Long> first = persons(workspace);

        // two learners withdrew their consent
        SmallSpace.correctL3(workspace, 39);
        workspace.write("tables/renamed.yaml", SmallSpace.byFaculty("renamed", "STU"));
        release(workspace, 2);
        Map<Place, Long> second = persons(workspace);

        PublishedLake lake = workspace.published();
        String date = lake.release(1).releasedAt().toString();
        assertThat(total(lake, "results", 1).whole("n_learners")).hasValue(74);
        for (String table : List.of("results", "renamed")) {
            assertThat(total(lake, table, 2).whole("n_learners")).hasValue(74);
            assertThat(total(lake, table, 2).text("value")).isEqualTo("74.0");
            assertThat(total(lake, table, 2).text("frozen_since")).isEqualTo(date);
        }
        assertGuarded(lake, first, second);
        assertFrozenTotalIsCompared(workspace);

        // thirty others came
        SmallSpace.correctL3(workspace, 71);
        release(workspace, 3);

        lake = workspace.published();
        assertThat(total(lake, "results", 3).whole("n_learners")).hasValue(104);
        assertThat(total(lake, "results", 3).text("frozen_since")).isEmpty();
        assertThat(total(lake, "renamed", 3).whole("n_learners")).hasValue(104);
        // Withheld beside others in its table, told by the success rate: it was 99 and 98 before, 19 and more less.
        assertThat(new Attacker(AttackTest.NAMES, AttackTest.ADDITIVE).attack(PrintedCell.fresh(lake)))
                .isSubsetOf("rows result=PASS year=2023-2024 = 118");
        assertVerified(workspace);
    }

    private static void assertFrozenTotalIsCompared(TestWorkspace workspace) {
        String space = workspace.folder().toString();
        Called compared = Called.with("releases", "diff", "--lang", "en", "--cells", "-w", space);
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out())
                .contains("From release 1 to release 2", "results: ", "renamed: only in the later release")
                .containsPattern("STU[^\n]*: frozen\n");
        assertThat(Called.with("releases", "diff", "--lang", "en", "2", "1", "-w", space)
                        .err())
                .contains("impact releases diff 1 2");
        Called itself = Called.with("releases", "diff", "--lang", "en", "1", "1", "-w", space);
        assertThat(itself.code()).isEqualTo(2);
        assertThat(itself.err()).contains("would be compared with itself");
    }

    /** All three certificates hold; a number that is told too early, and a frozen one that never was told, do not. */
    private static void assertVerified(TestWorkspace workspace) {
        Called holds = verify(workspace, "2");
        assertThat(verify(workspace).code()).as(verify(workspace).out()).isZero();
        assertThat(holds.code()).as(holds.out()).isZero();
        assertThat(holds.out()).contains("Release 2: the certificate holds");
        String path = workspace.lake().resolve("published/renamed").toString();
        String total = " where release_id = 2 and n_learners = 74 and period_kind = 'all' and faculty = '_T'";

        TestSpark.session().sql("update delta.`" + path + "` set value = 70" + total);
        assertThat(verify(workspace, "2").out()).contains("A frozen row is not what an earlier release");
        TestSpark.session()
                .sql("update delta.`" + path + "` set value = 72, n_learners = 72, frozen_since = null" + total);
        Called told = verify(workspace, "2");

        assertThat(told.code()).isEqualTo(4);
        assertThat(told.out()).contains("The difference to an earlier release is about fewer persons");
        assertThat(verify(workspace, "1").code()).isZero();
    }

    private static Called verify(TestWorkspace workspace, String... release) {
        return Called.with(Stream.concat(
                        Stream.of("releases", "verify", "-w", workspace.folder().toString(), "--lang", "en"),
                        Stream.of(release))
                .toArray(String[]::new));
    }

    /** Between releases 1 and 2, whatever the figure. */
    private static void assertGuarded(PublishedLake lake, Map<Place, Long> before, Map<Place, Long> after) {
        Map<Place, Figure> first = rows(lake, 1);
        Map<Place, Figure> second = rows(lake, 2);
        List<Place> frozen = new ArrayList<>();
        List<Place> stillSecret = new ArrayList<>();
        first.forEach((place, then) -> {
            assertThat(second).containsKey(place);
            Figure now = Objects.requireNonNull(second.get(place));
            long moved = Math.abs(before.getOrDefault(place, 0L) - after.getOrDefault(place, 0L));
            if (then.isWithheld() && moved == 0) {
                assertThat(now.isWithheld()).as("%s", place).isTrue();
                stillSecret.add(place);
            }
            if (!then.isWithheld() && moved > 0 && moved < K) {
                assertThat(now.text("frozen_since"))
                        .as("%s", place)
                        .isEqualTo(lake.release(1).releasedAt().toString());
                assertThat(now.text("value")).as("%s", place).isEqualTo(then.text("value"));
                assertThat(persons(now)).as("%s", place).isEqualTo(persons(then));
                frozen.add(place);
            }
        });
        assertThat(frozen).hasSizeGreaterThan(5);
        assertThat(stillSecret)
                .as("not small themselves, but withheld for others' sake")
                .anyMatch(place -> before.getOrDefault(place, 0L) >= K);
        assertThat(new Attacker(AttackTest.NAMES, AttackTest.ADDITIVE).attack(PrintedCell.fresh(lake)))
                .isEmpty();
    }

    private static void release(TestWorkspace workspace, long id) {
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("Release " + id + " is published");
    }

    private static Figure total(PublishedLake lake, String table, long release) {
        List<Figure> rows =
                lake.table(table, release).total().where("indicator_id", "STU").rows();
        return rows.stream()
                .filter(row -> row.text("period_kind").equals("all"))
                .findFirst()
                .orElseThrow();
    }

    /** Where a figure stands in a table. */
    private record Place(String table, String indicator, List<String> codes) {}

    private static Map<Place, Figure> rows(PublishedLake lake, long release) {
        Map<Place, Figure> rows = new HashMap<>();
        for (String table : TABLES) {
            Figures figures = lake.table(table, release);
            List<String> columns = columns(figures.levels());
            figures.rows()
                    .forEach(row -> rows.put(
                            new Place(
                                    table,
                                    row.text("indicator_id"),
                                    columns.stream().map(row::text).toList()),
                            row));
        }
        return rows;
    }

    /** The true numbers of persons, from the restricted cells. */
    private static Map<Place, Long> persons(TestWorkspace workspace) {
        Map<Place, Long> persons = new HashMap<>();
        for (String table : TABLES) {
            List<String> columns = columns(workspace.published().table(table, 1).levels());
            for (Row row : workspace.restricted("cells/" + table).collectAsList()) {
                List<String> codes = columns.stream()
                        .map(column -> row.<String>getAs(column))
                        .toList();
                persons.put(new Place(table, row.getAs("indicator_id"), codes), row.getAs("n_learners"));
            }
        }
        return persons;
    }

    private static List<String> columns(List<String> levels) {
        return Stream.concat(Stream.of("school_year", "period_kind"), levels.stream())
                .toList();
    }

    private static OptionalLong persons(Figure row) {
        return row.whole("n_learners");
    }
}
