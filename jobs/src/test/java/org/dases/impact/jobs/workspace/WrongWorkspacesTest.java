// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake in the workspace of {@code impact init}, and the whole message that it must give. */
class WrongWorkspacesTest {
    private static final String SETTINGS = Mistake.SETTINGS;
    private static final String DATASET = Mistake.DATASET;
    private static final String TABLE = Mistake.TABLE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource({
        "org.dases.impact.jobs.workspace.Mistake#settings",
        "org.dases.impact.jobs.workspace.Mistake#datasets",
        "org.dases.impact.jobs.workspace.Mistake#tables"
    })
    void isToldWithItsPlaceAndWhatToWriteInstead(Mistake mistake) throws IOException {
        WorkspaceTemplate.writeTo(folder);
        Path file = folder.resolve(mistake.file());
        String sound = Files.readString(file);
        assertThat(sound).contains(mistake.right());
        Files.writeString(file, sound.replace(mistake.right(), mistake.wrong()));

        assertThat(String.join("\n", problems())).isEqualTo(mistake.message());
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnceInTheOrderOfTheirPlaces() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        replace(SETTINGS, "learners: 10 ", "learners: 4 ");
        replace(SETTINGS, "zeros: publish", "zeros: hide");
        replace(DATASET, "retention: P3Y", "retention: P");
        replace(TABLE, "[year]", "[]");

        assertThat(problems().stream().map(line -> line.substring(0, line.indexOf(": "))))
                .containsExactly(
                        "datasets/example.yaml:29:12",
                        "impact.yaml:29:13",
                        "impact.yaml:35:10",
                        "tables/success_by_course.yaml:7:10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "export"})
    void aTableHasNoNameThatThePublishedZoneNeeds(String name) throws IOException {
        WorkspaceTemplate.writeTo(folder);
        replace(TABLE, "table: success_by_course", "table: " + name);
        Files.move(folder.resolve(TABLE), folder.resolve("tables/" + name + ".yaml"));

        assertThat(problems())
                .containsExactly("tables/" + name + ".yaml:2:8: no table can be called '" + name
                        + "', since the published zone keeps something else under that name. Give it another name.");
    }

    @Test
    void eachThresholdMustBeStated() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        String text = Files.readString(folder.resolve(SETTINGS));
        Files.writeString(
                folder.resolve(SETTINGS), text.substring(0, text.indexOf("  learners:")) + "  learners: 10\n");

        assertThat(problems().stream().map(line -> line.substring(0, line.indexOf(". "))))
                .containsExactly(
                        "impact.yaml:29:3: key 'denominator' is missing",
                        "impact.yaml:29:3: key 'largest-school-percent' is missing",
                        "impact.yaml:29:3: key 'providers' is missing",
                        "impact.yaml:29:3: key 'schools' is missing",
                        "impact.yaml:29:3: key 'side' is missing",
                        "impact.yaml:29:3: key 'zeros' is missing");
    }

    @Test
    void anEmptyFileIsTold() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        Files.writeString(folder.resolve(DATASET), "# nothing yet\n");

        assertThat(problems())
                .containsExactly(
                        "datasets/example.yaml:1:1: the file is empty. Fill it, or delete it; `impact init` writes"
                                + " an example.");
    }

    @Test
    void aFileInAnotherEncodingIsTold() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        Files.write(
                folder.resolve(TABLE), Files.readString(folder.resolve(TABLE)).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems())
                .containsExactly("tables/success_by_course.yaml:1:1: the file is not UTF-8. Save it as UTF-8.");
    }

    @Test
    void aFolderThatIsNoWorkspaceIsTold() {
        assertThat(problems())
                .containsExactly(folder.resolve(SETTINGS)
                        + ":1:1: there is no such file, so this is not a workspace. Name the workspace with -w DIR, or make"
                        + " one with `impact init DIR`.");
        assertThat(problems(folder.resolve("nowhere")))
                .containsExactly(folder.resolve("nowhere")
                        + ":1:1: there is no such folder. Make a workspace with `impact init DIR`.");
    }

    @Test
    void aFileThatWouldBeOverlookedForItsEndingIsTold() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        Files.move(folder.resolve(TABLE), folder.resolve("tables/success_by_course.yml"));

        assertThat(problems())
                .containsExactly("tables/success_by_course.yml:1:1: files in tables end with .yaml. Rename it.");
    }

    @Test
    void anOwnIndicatorOverAColumnThatDoesNotExistIsTold() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        Files.createDirectories(folder.resolve("indicators"));
        Files.writeString(folder.resolve("indicators/own.yaml"), """
                - id: OWN-01
                  name: {fr: "Crédits", en: "Credits"}
                  definition: {fr: "Somme des crédits.", en: "Sum of the credits."}
                  unit: count
                  over: enrolment
                  contributor: learner_pid
                  measure: {sum: {of: credit}}
                  sensitive: false
                  version: "1.0.0"
                  source: "test"
                """);
        Workspace workspace = reading(folder).match(read -> read, problems -> {
            throw new AssertionError(problems);
        });

        assertThat(DefinitionCheck.check(workspace))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .startsWith("indicators/own.yaml:7:")
                        .contains("credit", "did you mean", "credits"));
    }

    /** Line 22 maps the learner, line 26 the result. */
    @Test
    void aMappingThatIsNoExpressionOrShowsIdentifiersIsToldBeforeAnythingIsPulled() throws IOException {
        WorkspaceTemplate.writeTo(folder);
        replace(DATASET, "pseudonym(eleve)", "eleve");
        replace(DATASET, "'WITHDRAWN' end", "'WITHDRAWN'");
        Workspace workspace = reading(folder).match(read -> read, problems -> {
            throw new AssertionError(problems);
        });

        assertThat(DefinitionCheck.check(workspace))
                .extracting(Problem::text)
                .satisfiesExactly(
                        learner -> assertThat(learner)
                                .startsWith("datasets/example.yaml:22:7: ")
                                .contains("an identifier would pass unhidden", "Write pseudonym(eleve)."),
                        result -> assertThat(result)
                                .startsWith("datasets/example.yaml:26:7: ")
                                .contains("is no Spark SQL expression, at end of input"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{sum: {of: sum(credits)}} | 'sum(credits)' is an aggregate, where an expression over one row is wanted. The measure aggregates; write only what one row contributes.",
                "{sum: {of: 1 / credits}} | a division fails where the divisor is 0. Write try_divide(a, b), which is null there, in place of a / b.",
                "{rate: {numerator: credits > 3, denominator: result = 'PASS'}} | the numerator is not within the denominator: a row with credits = 4.0, result = 'another' is in the one and not in the other. Write (result = 'PASS') and (credits > 3) as the numerator.",
            })
    void anOwnMeasureThatCannotBeRightIsTold(String measure, String message) throws IOException {
        WorkspaceTemplate.writeTo(folder);
        Files.createDirectories(folder.resolve("indicators"));
        Files.writeString(folder.resolve("indicators/own.yaml"), """
                - id: OWN-01
                  name: {fr: "Crédits", en: "Credits"}
                  definition: {fr: "Des crédits.", en: "Of credits."}
                  unit: count
                  over: enrolment
                  contributor: learner_pid
                  measure: %s
                  source: "test"
                """.formatted(measure));
        Workspace workspace = reading(folder).match(read -> read, problems -> {
            throw new AssertionError(problems);
        });

        assertThat(DefinitionCheck.check(workspace))
                .extracting(Problem::text)
                .containsExactly("indicators/own.yaml:7:12: " + message);
    }

    private List<String> problems() {
        return problems(folder);
    }

    private static List<String> problems(Path folder) {
        return reading(folder)
                .match(
                        workspace -> List.of("nothing is wrong"),
                        problems -> problems.stream().map(Problem::text).toList());
    }

    private static WorkspaceReading reading(Path folder) {
        return new WorkspaceReader(Map.of()).read(folder);
    }

    private void replace(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(right, wrong));
    }
}
