// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dases.impact.jobs.observe.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the broken records in the files themselves, not by the rule that broke them. */
class DefectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+");

    @TempDir
    static Path folder = Path.of("");

    private static DataSpace space = new DataSpace(folder, 0, 0, 0, Map.of(), Map.of());
    private static WrittenFiles written = new WrittenFiles(folder);
    private static final List<JsonNode> STATEMENTS = new ArrayList<>();
    private static long cut;

    @BeforeAll
    static void generate() {
        space = Generator.generate(new GenerateRequest(7, 30, 1_000, 22_000, folder), Progress.SILENT);
        written = new WrittenFiles(folder);
        for (String dataset : List.of("edtech-a-traces", "edtech-b-traces")) {
            written.lines(dataset).forEach(DefectsTest::read);
        }
    }

    private static void read(String line) {
        try {
            STATEMENTS.add(JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            cut++;
        }
    }

    @Test
    void promisesEachDefectAtLeastOnce() {
        assertThat(space.defects())
                .containsOnlyKeys(Defect.values())
                .allSatisfy(
                        (defect, number) -> assertThat(number).as(defect.name()).isPositive());
    }

    @Test
    void cutsAsManyLinesAsItPromises() {
        assertThat(cut).isEqualTo(promised(Defect.CUT_LINE));
    }

    @Test
    void breaksAsManyTimestampsAsItPromises() {
        assertThat(count(s -> !isInstant(s.path("timestamp").asText()))).isEqualTo(promised(Defect.BAD_TIMESTAMP));
        assertThat(count(s -> s.path("timestamp").asText().startsWith("2099")))
                .isEqualTo(promised(Defect.FUTURE_TIMESTAMP));
    }

    @Test
    void repeatsAndVoidsAsManyStatementsAsItPromises() {
        Set<String> ids = new HashSet<>();
        long repeated = count(s -> !ids.add(s.path("id").asText()));

        assertThat(repeated).isEqualTo(promised(Defect.DUPLICATE));
        assertThat(count(s -> s.at("/verb/id").asText().endsWith("/voided"))).isEqualTo(promised(Defect.VOIDED));
        assertThat(STATEMENTS.stream()
                        .filter(s -> s.at("/verb/id").asText().endsWith("/voided"))
                        .map(s -> s.at("/object/id").asText()))
                .isSubsetOf(ids);
    }

    @Test
    void usesTheUnknownVerbAsOftenAsItPromises() {
        assertThat(count(s -> s.at("/verb/id").asText().endsWith("/hovered"))).isEqualTo(promised(Defect.UNKNOWN_VERB));
    }

    @Test
    void shortensAsManyRowsAsItPromises() {
        long shortRows = written.rows("pupil-lists").stream()
                        .filter(row -> row.length < 9)
                        .count()
                + written.rows("university-enrolments").stream()
                        .filter(row -> row.length < 9)
                        .count();

        assertThat(shortRows).isEqualTo(promised(Defect.SHORT_ROW));
    }

    @Test
    void writesMailAddressesIntoTheOneDatasetThatIsToBeStopped() {
        for (Path file : written.all()) {
            boolean mail = WrittenFiles.lines(file).stream()
                    .anyMatch(line ->
                            line.indexOf('@') >= 0 && EMAIL.matcher(line).find());

            assertThat(mail).as(file.toString()).isEqualTo(file.startsWith(folder.resolve("data/edtech-b-feedback")));
        }
    }

    private static long promised(Defect defect) {
        return space.defects().getOrDefault(defect, -1L);
    }

    private static long count(java.util.function.Predicate<JsonNode> condition) {
        return STATEMENTS.stream().filter(condition).count();
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException broken) {
            return false;
        }
    }
}
