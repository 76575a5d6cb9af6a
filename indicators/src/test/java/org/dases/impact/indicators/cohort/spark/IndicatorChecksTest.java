// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.cohort.IndicatorProblem;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorChecksTest {
    private static final Catalogue BUILT_IN = Catalogue.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reslt = 'PASS'            | unknown column 'reslt' (did you mean 'result'?)",
                "count(*) > 3              | 'count(*) > 3' is an aggregate, where an expression over one row is wanted",
                "length(result)            | 'length(result)' is of type INT, where true or false is wanted",
                "result = 'PASS' and       | 'result = 'PASS' and' is no Spark SQL expression, at 'and'",
                "(result = 'PASS'          | '(result = 'PASS'' is no Spark SQL expression, at end of input",
                "is_passed(result)         | unknown function 'is_passed'",
                "credits + registered_at > 1 | 'credits + registered_at > 1' cannot be computed: Cannot resolve",
                "rank() over (order by credits) = 1 | 'rank() over (order by credits) = 1' looks beyond its row, at the clock, or is random",
                "credits > rand()          | 'credits > rand()' looks beyond its row, at the clock, or is random",
                "registered_at < now()     | 'registered_at < now()' looks beyond its row, at the clock",
                "registered_at < curdate() | 'registered_at < curdate()' looks beyond its row, at the clock",
                "credits > unix_timestamp() | 'credits > unix_timestamp()' looks beyond its row, at the clock",
                "result = current_user()   | 'result = current_user()' looks beyond its row, at the clock",
                "credits > avg(credits)    | 'credits > avg(credits)' is an aggregate, where an expression over one row",
                "exists(select 1)          | 'exists(select 1)' looks beyond its row, at the clock, or is random",
                "*                         | '*' is no column",
                "1 / credits > 2           | a division fails where the divisor is 0",
                "credits / 0 > 2           | a division fails where the divisor is 0",
                "credits % credits > 2     | a division fails where the divisor is 0",
            })
    void saysWhatIsWrongWithACondition(String condition, String message) {
        Indicator indicator = indicator("enrolment", new Measure.Rate(condition, "true"));
        assertThat(IndicatorChecks.check(indicator)).singleElement().satisfies(problem -> {
            assertThat(problem.part()).isEqualTo("measure");
            assertThat(problem.message()).startsWith(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "result = 'PASS' | result = 'FAIL' | result = 'PASS'",
                "result in ('PASS', 'WITHDRAWN') | result in ('PASS', 'FAIL') | result = 'WITHDRAWN'",
                "credits >= 30 | credits > 30 | credits = 30.0",
                "result = 'PASS' | registered_at is not null | result = 'PASS', registered_at is null",
                "result <> 'FAIL' | result = 'PASS' | result = 'another'",
                "nvl(result, 'FAIL') <> 'FAIL' | result = 'PASS' | result = 'another'",
            })
    void findsANumeratorOutsideOfItsDenominator(String numerator, String denominator, String row) {
        assertThat(IndicatorChecks.check(indicator("enrolment", new Measure.Rate(numerator, denominator))))
                .containsExactly(new IndicatorProblem(
                        "X-1",
                        "measure",
                        "the numerator is not within the denominator: a row with " + row
                                + " is in the one and not in the other",
                        "Write (" + denominator + ") and (" + numerator + ") as the numerator."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "result = 'PASS' | result in ('PASS', 'FAIL')",
                "credits > 30 | credits >= 30",
                "cast(result as int) > 1 | result is null and result is not null",
                "credits / 60 > 2 and try_divide(credits, credits) = 1 | credits / 60 > 1",
                "result = 'PASS' and registered_at is not null | registered_at is not null",
                "result = 'PASS' | nullif(result, 'FAIL') is not null",
            })
    void acceptsANumeratorWithinItsDenominator(String numerator, String denominator) {
        assertThat(IndicatorChecks.check(indicator("enrolment", new Measure.Rate(numerator, denominator))))
                .isEmpty();
    }

    @Test
    void wantsANumberToSum() {
        assertThat(IndicatorChecks.check(indicator("enrolment", new Measure.Sum("result"))))
                .containsExactly(new IndicatorProblem(
                        "X-1", "measure", "'result' is of type STRING, where a number is wanted", ""));
    }

    @Test
    void knowsTheContributorsOfEveryTable() {
        assertThat(IndicatorChecks.check(indicator("entitlement", new Measure.Sum("used"))))
                .extracting(IndicatorProblem::message)
                .containsExactly(
                        "table 'entitlement' has no column 'learner_pid', so its rows have no such contributor");
    }

    /** Of records and schools nobody would count how many persons stand behind a figure. */
    @Test
    void refusesContributorsThatHidePersons() {
        Measure sum = new Measure.Sum("duration_s");
        for (ContributorKind kind : List.of(ContributorKind.RECORD, ContributorKind.SCHOOL)) {
            assertThat(IndicatorChecks.check(of(kind, "event", sum)))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.part()).isEqualTo("contributor");
                        assertThat(problem.message()).startsWith("the rows of table 'event' are about persons");
                    });
        }
        assertThat(IndicatorChecks.check(of(ContributorKind.RECORD, "survey", new Measure.Rows())))
                .hasSize(1);
        assertThat(IndicatorChecks.check(of(ContributorKind.SCHOOL, "event", new Measure.Distinct(List.of("uai")))))
                .isEmpty();
        assertThat(IndicatorChecks.check(of(ContributorKind.SCHOOL, "event", new Measure.Distinct(List.of("role")))))
                .hasSize(1);
        Measure.Rate ofSchools = new Measure.Rate("action = 'VIEW'", "true", List.of("uai"), Optional.empty());
        assertThat(IndicatorChecks.check(of(ContributorKind.SCHOOL, "event", ofSchools)))
                .isEmpty();
        assertThat(IndicatorChecks.check(of(ContributorKind.SCHOOL, "entitlement", new Measure.Sum("used"))))
                .isEmpty();
    }

    private static Indicator of(ContributorKind kind, String over, Measure measure) {
        Indicator plain = indicator(over, measure);
        return new Indicator(
                plain.id(),
                plain.name(),
                plain.definition(),
                plain.unit(),
                over,
                kind,
                plain.where(),
                measure,
                plain.sensitive(),
                plain.minimumContributors(),
                plain.version(),
                plain.source(),
                plain.requires());
    }

    @Test
    void knowsTheTables() {
        assertThat(IndicatorChecks.check(indicator("events", new Measure.Rows())))
                .extracting(IndicatorProblem::message)
                .containsExactly("unknown table 'events' (did you mean 'event'?)");
    }

    @Test
    void refusesADimensionThatTheRowsDoNotHave() {
        PublishedTable table = table(List.of("PR-02", "EN-01"), List.of("territory", "course"));
        assertThat(TableChecks.check(table))
                .extracting(IndicatorProblem::indicator, IndicatorProblem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "EN-01",
                        "level 'course_id' reads row.course_id, but rows of 'event', over which 'EN-01' is defined, do "
                                + "not give it: unknown column 'course_id'"));
    }

    /** The codes of withheld rows are published too. */
    @Test
    void refusesPersonsAsCodes() {
        Text label = new Text("Qui", "Who");
        for (Level level : List.of(
                new Level("who", "row.learner_pid"),
                new Level("who", "learner.class_pid"),
                new Level("who", "row.role", Optional.of("upper(LEARNER_PID)")))) {
            PublishedTable table = table(List.of("EN-01"), List.of("territory"));
            PublishedTable asked = new PublishedTable(
                    table.id(),
                    table.title(),
                    table.indicators(),
                    List.of(new Dimension("own", label, List.of(level))),
                    table.periods(),
                    table.minimumContributors(),
                    table.audience());
            assertThat(TableChecks.check(asked))
                    .extracting(IndicatorProblem::message)
                    .anyMatch(message -> message.contains("the pseudonym of a person: its codes would be published"));
        }
    }

    @Test
    void refusesAGapWithoutWhatItCompares() {
        assertThat(TableChecks.check(table(List.of("EQ-01"), List.of("territory"))))
                .extracting(IndicatorProblem::message)
                .containsExactly(
                        "'EQ-01' compares values of 'PR-03', which the table does not ask for",
                        "'EQ-01' compares codes of the level 'ep', which no dimension of the table has");
    }

    @Test
    void refusesAColumnTwice() {
        assertThat(TableChecks.check(table(List.of("AD-01", "AD-01"), List.of("sex", "sex"))))
                .extracting(IndicatorProblem::message)
                .containsExactly(
                        "column 'sex' would stand twice in table 't', or has the name of one that its cells are computed with",
                        "indicator 'AD-01' is asked for twice");
    }

    @Test
    void acceptsEveryBuiltInIndicatorByEveryAttribute() {
        List<String> all = List.of(
                "territory",
                "sector",
                "priority_education",
                "ips_quartile",
                "rurality",
                "level",
                "sex",
                "age_band",
                "disability",
                "ses_band");
        List<String> ids = BUILT_IN.indicators().stream()
                .filter(indicator -> !(indicator.measure() instanceof Measure.Study))
                .map(Indicator::id)
                .toList();
        assertThat(ids).hasSizeGreaterThan(45);
        assertThat(TableChecks.check(table(ids, all))).isEmpty();
    }

    /** What the gate has no rule for is refused, whoever asks. */
    @Test
    void refusesWhatTheGateCannotJudge() {
        assertThat(TableChecks.check(
                        table(List.of("PR-03", "EN-02M", "EQ-02", "IM-02"), List.of("priority_education"))))
                .extracting(IndicatorProblem::indicator, IndicatorProblem::part, IndicatorProblem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "IM-02",
                        "indicators",
                        "'IM-02' cannot be published: it is declared only: An impact study: arms (exposure) and"
                                + " results before and after (outcome). Computed in a part to come"));
    }

    @Test
    void unitsWithPartsBelongToOneContributor() {
        assertThat(IndicatorChecks.check(
                        indicator("event", new Measure.Mean("1", List.of("resource_id"), List.of("local_date")))))
                .extracting(IndicatorProblem::message)
                .containsExactly(
                        "'distinct' counts the parts of units that each belong to one contributor, but 'per' does"
                                + " not name 'learner_pid'");
        assertThat(IndicatorChecks.check(
                        indicator("event", new Measure.Quantile("1", List.of("resource_id"), List.of(), 0.5))))
                .extracting(IndicatorProblem::message)
                .containsExactly(
                        "a quantile puts the values of units into order that each belong to one contributor, but"
                                + " 'per' does not name 'learner_pid'");
    }

    private static PublishedTable table(List<String> indicators, List<String> dimensions) {
        List<Dimension> breakdowns = dimensions.stream()
                .map(id -> BUILT_IN.dimension(id).orElseThrow())
                .toList();
        return new PublishedTable(
                "t",
                new Text("t", "t"),
                indicators.stream()
                        .map(id -> BUILT_IN.indicator(id).orElseThrow())
                        .toList(),
                breakdowns,
                List.of(PeriodKind.YEAR),
                OptionalInt.empty(),
                new Text("a", "a"));
    }

    private static Indicator indicator(String over, Measure measure) {
        return new Indicator(
                "X-1",
                new Text("x", "x"),
                new Text("x", "x"),
                Unit.COUNT,
                over,
                ContributorKind.LEARNER,
                Optional.empty(),
                measure,
                false,
                0,
                "1.0.0",
                "test");
    }
}
