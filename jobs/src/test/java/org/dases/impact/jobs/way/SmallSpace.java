// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.cli.Called;

/**
 * A workspace of two providers whose students enrol in courses, small enough for tests: about 200 rows, two published
 * tables that share margins, and many cells below the threshold.
 */
final class SmallSpace {
    static final String US = "https://dases.example/participants/observatoire";
    static final List<String> DATASETS = List.of("north", "south");

    /** Rows of each dataset. */
    static final int NORTH = 3 + 24 + 41 + 17 + 8 + 21;

    static final int SOUTH = 29 + 6 + 33 + 12;

    private static final String HEADER = "etudiant;faculte;cours;inscrit_le;resultat\n";
    private static final List<String> RESULTS =
            List.of("reussi", "reussi", "echoue", "reussi", "abandon", "reussi", "reussi", "echoue");

    private SmallSpace() {}

    /** Run once for all tests that only look at it. */
    static TestWorkspace released() {
        return ReleasedOnce.plain();
    }

    /** Made by {@code impact init}, which also makes the key, then filled. */
    static TestWorkspace in(Path folder) {
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        TestWorkspace workspace = new TestWorkspace(folder);
        for (String example :
                List.of("contracts/example.json", "datasets/example.yaml", "tables/success_by_course.yaml")) {
            workspace.delete(example);
        }
        workspace.write(
                "impact.yaml",
                workspace
                        .read("impact.yaml")
                        .replaceAll("(schools|largest-school-percent|providers): \\d+", "$1: none"));
        workspace.write("indicators/own.yaml", INDICATORS);
        workspace.write("tables/results.yaml", table("results", "[ENR, STU]", PLACE + RESULT));
        workspace.write("tables/success.yaml", table("success", "[PR-02, PR-06]", PLACE));
        workspace.write(
                "data/north/1.csv",
                HEADER
                        + course("n", "L", "L1", 2023, 3)
                        + course("n", "L", "L2", 2023, 24)
                        + course("n", "L", "L3", 2023, 41)
                        + course("n", "S", "S1", 2023, 17)
                        + course("n", "S", "S2", 2023, 8)
                        + course("n", "L", "L2-24", 2024, 21));
        workspace.write(
                "data/south/1.csv",
                HEADER
                        + course("s", "M", "M1", 2023, 29)
                        + course("s", "M", "M2", 2023, 6)
                        + course("s", "S", "S3", 2023, 33)
                        + course("s", "M", "M1-24", 2024, 12));
        for (String dataset : DATASETS) {
            add(workspace, dataset, contract(dataset));
        }
        return workspace;
    }

    /** Writes the file of north anew, with another number of learners in course L3. */
    static void correctL3(TestWorkspace workspace, int learners) {
        String file = "data/north/1.csv";
        StringBuilder rows = new StringBuilder();
        workspace
                .read(file)
                .lines()
                .filter(row -> !row.contains(";L3;"))
                .forEach(row -> rows.append(row).append('\n'));
        workspace.write(file, rows + course("n", "L", "L3", 2023, learners));
    }

    /** A table of an indicator by faculty alone. */
    static String byFaculty(String name, String indicator) {
        return table(name, "[" + indicator + "]", """
                  - id: where
                    label: {fr: "Faculté", en: "Faculty"}
                    levels:
                      - {column: faculty, source: row.solution_id}
                """);
    }

    /** A dataset under a contract of its own. */
    static void add(TestWorkspace workspace, String name, String contract) {
        workspace.write("contracts/" + name + ".json", contract);
        workspace.write("datasets/" + name + ".yaml", DATASET.replace("NAME", name));
    }

    /** Students in a course {@code X} that no other dataset has, many enough to be published. */
    static void addStrangers(TestWorkspace workspace, String name, String contract) {
        add(workspace, name, contract);
        workspace.write("data/" + name + "/1.csv", HEADER + course(name, "X", "X-" + name, 2023, 60));
    }

    /** Traces of 50 learners, and a table that needs nothing else. */
    static void addEvents(TestWorkspace workspace, String name) {
        workspace.write("contracts/" + name + ".json", contract(name));
        String mapping = """
                  event:
                    columns:
                      event_id: sha2(concat_ws('/', etudiant, cours), 256)
                      learner_pid: pseudonym(etudiant)
                      solution_id: faculte
                      action: "'VIEW'"
                      ts: timestamp(inscrit_le)
                """;
        String dataset = DATASET.replace("NAME", name);
        workspace.write(
                "datasets/" + name + ".yaml",
                dataset.substring(0, dataset.indexOf("  enrolment:")) + mapping + "legal-basis: public-interest\n");
        workspace.write("data/" + name + "/1.csv", HEADER + course("e", "E", "E1", 2023, 50));
        workspace.write("tables/" + name + ".yaml", table(name, "[AD-02]", "  - solution\n"));
    }

    /** A dataset of JSON lines; the caller writes the files. */
    static void addStatements(TestWorkspace workspace, String name) {
        workspace.write("contracts/" + name + ".json", contract(name));
        String dataset = DATASET.replace("NAME", name);
        workspace.write(
                "datasets/" + name + ".yaml",
                dataset.substring(0, dataset.indexOf("  path:")) + """
                  path: data/NAME/*.jsonl.gz
                  format: jsonl
                record: json
                schema: "id STRING, who STRING, at STRING"
                tables:
                  event:
                    columns:
                      event_id: record.id
                      learner_pid: pseudonym(record.who)
                      action: "'VIEW'"
                      ts: timestamp(record.at)
                """.replace("NAME", name));
        workspace.write("data/" + name + "/none.txt", "");
    }

    /** A signed contract that allows what our jobs do. */
    static String contract(String dataset) {
        return CONTRACT.replace("NAME", dataset);
    }

    static String course(String who, String faculty, String course, int year, int students) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < students; i++) {
            String result = RESULTS.get(Math.floorMod(i * 7 + course.hashCode() + year, RESULTS.size()));
            rows.append("%s%03d;%s;%s;%d-10-%02d;%s%n".formatted(who, i, faculty, course, year, 1 + i % 28, result));
        }
        return rows.toString();
    }

    private static String table(String name, String indicators, String dimensions) {
        return """
                table: NAME
                title: {fr: NAME, en: NAME}
                audience: {fr: tests, en: tests}
                indicators: INDICATORS
                dimensions:
                DIMENSIONSperiods: [all, year]
                """.replace("NAME", name).replace("INDICATORS", indicators).replace("DIMENSIONS", dimensions);
    }

    private static final String PLACE = """
              - id: place
                label: {fr: "Faculté et cours", en: "Faculty and course"}
                levels:
                  - {column: faculty, source: row.solution_id}
                  - {column: course, source: row.course_id}
            """;

    private static final String RESULT = """
              - id: result
                label: {fr: "Résultat", en: "Result"}
                levels:
                  - {column: result, source: row.result}
            """;

    private static final String INDICATORS = """
            - id: ENR
              name: {fr: "Inscriptions", en: "Enrolments"}
              definition: {fr: "Nombre d'inscriptions.", en: "Number of enrolments."}
              unit: count
              over: enrolment
              contributor: learner_pid
              measure: count
              sensitive: false
              version: "1.0.0"
              source: "test"
            - id: STU
              name: {fr: "Étudiants", en: "Students"}
              definition: {fr: "Nombre d'étudiants distincts.", en: "Number of distinct students."}
              unit: count
              over: enrolment
              contributor: learner_pid
              measure: contributors
              sensitive: false
              version: "1.0.0"
              source: "test"
            """;

    private static final String DATASET = """
            dataset: NAME
            contract: urn:contract:NAME
            resource: https://NAME.example/enrolments
            provider: NAME
            pseudonym-domain: fr-sup
            connector: file
            options:
              path: data/NAME/*.csv
              format: csv
              delimiter: ";"
              encoding: UTF-8
            record: none
            tables:
              enrolment:
                columns:
                  learner_pid: pseudonym(etudiant)
                  solution_id: faculte
                  course_id: cours
                  registered_at: timestamp(inscrit_le)
                  result: case resultat when 'reussi' then 'PASS' when 'echoue' then 'FAIL' when 'abandon' then 'WITHDRAWN' end
            quality: {required: [learner_pid, course_id, result]}
            legal-basis: public-interest
            """;

    private static final String CONTRACT = """
            {
              "_id": "urn:contract:NAME",
              "dataProvider": "https://dases.example/participants/NAME",
              "dataConsumer": "https://dases.example/participants/observatoire",
              "serviceOffering": "https://NAME.example/offerings/enrolments",
              "purpose": [{"purpose": "impact-measurement", "piiCategory": [], "consentType": "none", "thirdPartyDisclosure": "none"}],
              "status": "signed",
              "signatures": [
                {"did": "https://dases.example/participants/NAME", "party": "provider", "value": "signed"},
                {"did": "https://dases.example/participants/observatoire", "party": "consumer", "value": "signed"}
              ],
              "revokedSignatures": [],
              "policy": [
                {
                  "description": "Use for impact measurement, about this provider alone too",
                  "permission": [
                    {
                      "action": "use",
                      "target": "https://NAME.example/enrolments",
                      "duty": [],
                      "constraint": [
                        {"leftOperand": "purpose", "operator": "eq", "rightOperand": "impact-measurement"},
                        {"leftOperand": "pseudonymDomain", "operator": "eq", "rightOperand": "fr-sup"},
                        {"leftOperand": "singleProviderRelease", "operator": "eq", "rightOperand": true}
                      ]
                    }
                  ],
                  "prohibition": []
                }
              ],
              "terminationAndValidity": {"effectiveDate": "2023-09-01T00:00:00Z", "terminationPeriod": "2034-08-31T23:59:59Z"},
              "createdAt": "2023-07-01T08:00:00Z",
              "updatedAt": "2023-07-01T08:00:00Z"
            }
            """;
}
