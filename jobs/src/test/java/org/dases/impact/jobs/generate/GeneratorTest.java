// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.jobs.observe.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final int SCHOOLS = 40;
    private static final int LEARNERS = 2_000;
    private static final long RECORDS = 40_000;

    @TempDir
    static Path folder = Path.of("");

    private static DataSpace space = new DataSpace(folder, 0, 0, 0, java.util.Map.of(), java.util.Map.of());
    private static WrittenFiles written = new WrittenFiles(folder);

    @BeforeAll
    static void generate() {
        space = generate(42, folder);
        written = new WrittenFiles(folder);
    }

    private static DataSpace generate(long seed, Path folder) {
        return Generator.generate(new GenerateRequest(seed, SCHOOLS, LEARNERS, RECORDS, folder), Progress.SILENT);
    }

    @Test
    void writesTheSameBytesForTheSameSeed(@TempDir Path again) {
        generate(42, again);

        assertThat(new WrittenFiles(again).hashes()).isEqualTo(written.hashes());
        assertThat(new WrittenFiles(again).times()).isEqualTo(written.times());
    }

    @Test
    void writesOtherDataForAnotherSeed(@TempDir Path other) {
        generate(43, other);

        assertThat(new WrittenFiles(other).hashes()).hasSameSizeAs(written.hashes());
        assertThat(new WrittenFiles(other).lines("edtech-a-traces")).isNotEqualTo(written.lines("edtech-a-traces"));
        assertThat(new WrittenFiles(other).times()).doesNotContainAnyElementsOf(written.times());
    }

    @Test
    void writesAsManySchoolsAndLearnersAsAskedFor() {
        Set<String> schools = written.rows("school-directory").stream()
                .map(row -> row[0])
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> learners =
                written.rows("pupil-lists").stream().map(row -> row[0]).collect(Collectors.toCollection(HashSet::new));

        assertThat(schools).hasSize(SCHOOLS);
        assertThat(learners).hasSize(LEARNERS);
        assertThat(space.schools()).isEqualTo(SCHOOLS);
        assertThat(space.learners()).isEqualTo(LEARNERS);
    }

    @Test
    void writesAboutAsManyRecordsAsAskedFor() {
        assertThat(space.allRecords()).isBetween(RECORDS * 95 / 100, RECORDS * 105 / 100);
    }

    @Test
    void tellsHowManyRecordsItHasWrittenOfEachDataset() {
        space.records()
                .forEach((dataset, records) -> assertThat(
                                (long) written.lines(dataset).size())
                        .as(dataset)
                        .isEqualTo(records + (dataset.endsWith("-traces") ? 0 : headers(dataset))));
    }

    private static long headers(String dataset) {
        return written.of(dataset).size();
    }

    @Test
    void numbersEverySchoolWithItsCheckLetterInItsDepartement() {
        assertThat(written.rows("school-directory")).allSatisfy(row -> {
            int number = Integer.parseInt(row[0].substring(0, 7));
            assertThat(row[0].charAt(7)).isEqualTo(Uai.checkLetter(number));
            assertThat(row[0]).isEqualTo(Uai.of(row[4], number % 1_000));
        });
    }

    @Test
    void keepsPriorityEducationToPublicColleges() {
        List<String[]> priority = written.rows("school-directory").stream()
                .filter(row -> row[10].startsWith("REP"))
                .toList();

        assertThat(priority)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Arrays.copyOfRange(row, 2, 4)).containsExactly("Collège", "Public"));
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> new GenerateRequest(1, 0, 10, 100, folder))
                .hasMessage("schools must be from 1 to 20000, was 0");
        assertThatThrownBy(() -> new GenerateRequest(1, 60, 10, 100, folder))
                .hasMessage("learners must be at least as many as the schools (60), was 10");
        assertThatThrownBy(() -> new GenerateRequest(1, 6, 10, 19, folder))
                .hasMessage("records must be at least two per learner (20), was 19");
    }
}
