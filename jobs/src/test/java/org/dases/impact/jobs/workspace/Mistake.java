// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.stream.Stream;

/** One change to a file of a sound workspace, and the message that it must give. */
record Mistake(String file, String right, String wrong, String message) {
    static final String SETTINGS = "impact.yaml";
    static final String DATASET = "datasets/example.yaml";
    static final String TABLE = "tables/success_by_course.yaml";

    @Override
    public String toString() {
        return wrong;
    }

    static Stream<Mistake> settings() {
        return Stream.of(
                new Mistake(
                        SETTINGS,
                        "late-days: 10",
                        "late-day: 10",
                        "impact.yaml:24:1: unknown key 'late-day' (did you mean 'late-days'?). Known keys here: participant,"
                                + " role, lake, time-zone, school-year-start, purposes, spatial, recipients,"
                                + " contract-service, pseudonym-key, session-gap-seconds, late-days, thresholds."),
                new Mistake(
                        SETTINGS,
                        "purposes: [impact-measurement]",
                        "purposes: [{name: impact-measurement, brooader: [research]}]",
                        "impact.yaml:13:39: unknown key 'brooader' (did you mean 'broader'?). Known keys here: name,"
                                + " broader."),
                new Mistake(
                        SETTINGS,
                        "purposes: [impact-measurement]",
                        "purposes: [impact-measurement]\ncontract-service: {max-age-hours: 24}",
                        "impact.yaml:14:1: 'contract-service' names no service. Add prometheus-x or edc with its url, for"
                                + " example `edc: {url: https://connector.example/management}`."),
                new Mistake(
                        SETTINGS,
                        "purposes: [impact-measurement]",
                        "purposes: [impact-measurement]\ncontract-service: {max-age-hours: 24, edc: {url: \"https://me:pw@x\"}}",
                        "impact.yaml:14:50: 'url' does not have the form it needs, was something else (not shown,"
                                + " since it may be a secret). Base of its addresses, https unless it is on this machine."
                                + " Example: `https://connector.example/management`."),
                url("https://x.example/%zz"),
                url("https://a[b]"),
                url("https://x.example:abc"),
                url("https://x..example"),
                url("https://x.example:70000/management"),
                new Mistake(
                        SETTINGS,
                        "purposes: [impact-measurement]",
                        "purposes: [impact-measurement]\nspacial: [FR]",
                        "impact.yaml:14:1: unknown key 'spacial' (did you mean 'spatial'?). Known keys here: participant,"
                                + " role, lake, time-zone, school-year-start, purposes, spatial, recipients,"
                                + " contract-service, pseudonym-key, session-gap-seconds, late-days, thresholds."),
                new Mistake(
                        SETTINGS,
                        "learners: 10 ",
                        "learners: 4 ",
                        "impact.yaml:29:13: 'learners' must be at least 5, was 4. k, the least number of distinct learners in"
                                + " a cell; 5 is the floor that no configuration goes below. Example: `10`."),
                new Mistake(
                        SETTINGS,
                        "learners: 10 ",
                        "learners: ten ",
                        "impact.yaml:29:13: 'learners' must be a whole number, was the text 'ten'. k, the least number of"
                                + " distinct learners in a cell; 5 is the floor that no configuration goes below. Example:"
                                + " `10`."),
                new Mistake(
                        SETTINGS,
                        "schools: 3",
                        "schools: nine",
                        "impact.yaml:32:12: 'schools' does not have the form it needs, was the text 'nine'. Least number of"
                                + " schools in a cell that is not about one school, or none. Example: `3`."),
                new Mistake(
                        SETTINGS,
                        "zeros: publish",
                        "zeros: publsh",
                        "impact.yaml:35:10: 'zeros' cannot be the text 'publsh' (did you mean 'publish'?). Possible: publish,"
                                + " withhold."),
                new Mistake(
                        SETTINGS,
                        "Europe/Paris",
                        "Europe/Pariss",
                        "impact.yaml:9:12: there is no time zone 'Europe/Pariss' (did you mean 'Europe/Paris'?). Write a name"
                                + " such as Europe/Paris or Indian/Reunion."),
                lake("a\\0b"),
                lake("file:///data/my lake"),
                lake("file:relative"),
                new Mistake(
                        SETTINGS,
                        "\"09-01\"",
                        "\"02-30\"",
                        "impact.yaml:10:20: there is no day '02-30'. Write month-day in quotes, for example \"09-01\"."),
                new Mistake(
                        SETTINGS,
                        "file:.impact/secret/pseudonym.key",
                        "c2VjcmV0",
                        "impact.yaml:17:16: 'pseudonym-key' does not have the form it needs, was something else (not shown,"
                                + " since it may be a secret). Where the key of the pseudonyms lies: file:PATH or env:NAME,"
                                + " never the key itself. Example: `file:.impact/secret/pseudonym.key`."),
                new Mistake(
                        SETTINGS,
                        "role: data-user ",
                        "role: data-usr ",
                        "impact.yaml:3:7: 'role' cannot be the text 'data-usr' (did you mean 'data-user'?). Possible:"
                                + " data-provider, data-user, data-intermediary."),
                new Mistake(
                        SETTINGS,
                        "late-days: 10",
                        "late-days: 010",
                        "impact.yaml:24:12: '010' without quotes is taken for a number and may lose its leading zeros or its"
                                + " letters. Put codes in quotes: \"010\"."),
                new Mistake(
                        SETTINGS,
                        "late-days: 10",
                        "late-days: 10\nrole: data-user",
                        "impact.yaml:25:1: key 'role' stands twice, first in line 3. Keep one of them."),
                new Mistake(
                        SETTINGS,
                        "purposes: [impact-measurement]",
                        "purposes: [impact-measurement",
                        "impact.yaml:17:1: this is not YAML: expected ',' or ']', but got a key. Check indentation (spaces, no"
                                + " tabs), quotes and the colon after each key."),
                new Mistake(
                        SETTINGS,
                        "purposes: [impact-measurement]",
                        "purposes: []",
                        "impact.yaml:13:11: 'purposes' is empty. What our jobs are for; a contract must allow one of them."
                                + " Example: `[\"impact-measurement\"]`."));
    }

    private static Mistake lake(String place) {
        return new Mistake(
                SETTINGS,
                "lake: .impact/lake",
                "lake: \"" + place + "\"",
                "impact.yaml:6:7: 'lake' is neither a path nor a URL. Write a folder such as .impact/lake, or a URL"
                        + " with its spaces as %20 such as file:///data/lake.");
    }

    private static Mistake url(String url) {
        return new Mistake(
                SETTINGS,
                "purposes: [impact-measurement]",
                "purposes: [impact-measurement]\ncontract-service: {max-age-hours: 24, edc: {url: \"" + url + "\"}}",
                "impact.yaml:14:50: 'url' is no address of a host. Write for example"
                        + " https://connector.example:8443/management.");
    }

    static Stream<Mistake> datasets() {
        return Stream.of(
                new Mistake(
                        DATASET,
                        "resource: https",
                        "ressource: https",
                        "datasets/example.yaml:4:1: unknown key 'ressource' (did you mean 'resource'?). Known keys"
                                + " here: dataset, contract, resource, provider, pseudonym-domain, connector, options,"
                                + " screening, record, schema, tables, quality, retention, legal-basis, withdrawals."),
                new Mistake(
                        DATASET,
                        "dataset: example ",
                        "dataset: exemple ",
                        "datasets/example.yaml:2:10: the dataset is called 'exemple' but its file 'example'. Give both the"
                                + " same name."),
                new Mistake(
                        DATASET,
                        "urn:contract:example",
                        "urn:contract:exmple",
                        "datasets/example.yaml:3:11: no file in contracts holds a contract 'urn:contract:exmple' (did you mean"
                                + " 'urn:contract:example'?). Put the contract's JSON into contracts as it was delivered."),
                new Mistake(
                        DATASET,
                        "connector: file",
                        "connector: fil",
                        "datasets/example.yaml:8:12: there is no connector 'fil' (did you mean 'file'?). Installed: file."),
                new Mistake(
                        DATASET,
                        "delimiter:",
                        "delimeter:",
                        "datasets/example.yaml:12:3: unknown key 'delimeter' (did you mean 'delimiter'?). Known keys here:"
                                + " path, format, encoding, delimiter, quote, header, columns, decimal, decimal-columns."),
                new Mistake(
                        DATASET,
                        "format: csv",
                        "format: cvs",
                        "datasets/example.yaml:11:11: 'format' cannot be the text 'cvs' (did you mean 'csv'?). Possible: csv,"
                                + " jsonl, json, parquet."),
                new Mistake(
                        DATASET,
                        "encoding: UTF-8",
                        "encoding: UTF-9",
                        "datasets/example.yaml:13:13: 'encoding' is no known charset, was the text 'UTF-9'. Encoding Example:"
                                + " `UTF-8`."),
                new Mistake(
                        DATASET,
                        "path: data/example/*.csv",
                        "path: ${IMPACT_REAL_DAT}/x.csv",
                        "datasets/example.yaml:10:9: unknown variable '${IMPACT_REAL_DAT}' (did you mean"
                                + " 'IMPACT_REAL_DATA'?). Known: IMPACT_REAL_DATA."),
                new Mistake(
                        DATASET,
                        "enrolment:",
                        "enrollment:",
                        "datasets/example.yaml:20:3: unknown canonical table 'enrollment' (did you mean 'enrolment'?)."),
                new Mistake(
                        DATASET,
                        "course_id: cours",
                        "cours_id: cours",
                        "datasets/example.yaml:20:3: 'enrolment.course_id': required column is not mapped. Add an expression"
                                + " for it.\n"
                                + "datasets/example.yaml:24:7: unknown canonical column 'cours_id' in table 'enrolment' (did"
                                + " you mean 'course_id'?).\n"
                                + "datasets/example.yaml:28:35: quality.required names 'course_id', which no table maps (did"
                                + " you mean 'cours_id'?)."),
                new Mistake(
                        DATASET,
                        "record: none",
                        "record: json",
                        "datasets/example.yaml:15:9: 'record: json' needs the key 'schema', since JSON does not say its types."
                                + " Add for example `schema: \"user STRING, score DOUBLE\"`."),
                delimiter("\\n", "\n"),
                delimiter("\uD83D\uDE00", "\uD83D\uDE00"),
                new Mistake(
                        DATASET,
                        "retention: P3Y",
                        "retention: P99999999999Y",
                        "datasets/example.yaml:29:12: 'retention' does not have the form it needs, was the text"
                                + " 'P99999999999Y'. How long rows are kept, as an ISO 8601 period. Example: `P3Y`."),
                new Mistake(
                        DATASET,
                        "retention: P3Y",
                        "retention: 3 years",
                        "datasets/example.yaml:29:12: 'retention' does not have the form it needs, was the text '3 years'. How"
                                + " long rows are kept, as an ISO 8601 period. Example: `P3Y`."));
    }

    private static Mistake delimiter(String yaml, String text) {
        return new Mistake(
                DATASET,
                "delimiter: \";\"",
                "delimiter: \"" + yaml + "\"",
                "datasets/example.yaml:12:14: 'delimiter' does not have the form it needs, was the text '" + text
                        + "'. Delimiter Example: `\";\"`.");
    }

    static Stream<Mistake> tables() {
        return Stream.of(
                new Mistake(
                        TABLE,
                        "PR-06",
                        "PR-66",
                        "tables/success_by_course.yaml:5:21: there is no indicator 'PR-66' (did you mean 'PR-06'?). `impact"
                                + " indicators list` shows all; own ones are written in indicators/*.yaml."),
                new Mistake(
                        TABLE,
                        "[course]",
                        "[cours]",
                        "tables/success_by_course.yaml:6:14: there is no dimension 'cours' (did you mean 'course'?). Built in:"
                                + " territory, sector, priority_education, ips_quartile, rurality, level, sex, age_band,"
                                + " disability, ses_band, role, solution, course, resource, skill,"
                                + " framework, measure, weekday, hour, provider; or write one in place with id, label and"
                                + " levels."),
                new Mistake(
                        TABLE,
                        "[year]",
                        "[year, month, week]",
                        "tables/success_by_course.yaml:7:24: weeks do not nest in months, so one table cannot have both. Keep"
                                + " one of them."),
                new Mistake(
                        TABLE,
                        "[year]",
                        "[years]",
                        "tables/success_by_course.yaml:7:11: entry 1 cannot be the text 'years' (did you mean 'year'?)."
                                + " Possible: all, year, month, week, day."),
                new Mistake(
                        TABLE,
                        "{fr: Réussite par cours, en: Success by course}",
                        "{fr: Réussite par cours}",
                        "tables/success_by_course.yaml:3:8: key 'en' is missing. English. Example: `en: Usage by"
                                + " territory`."));
    }
}
