// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.TestSpark;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.spark.DrawnEvents.Event;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cube against plain enumeration: for every cell, walk all rows and count. */
class CubeBruteForceTest {
    private static final CubeSettings SETTINGS =
            new CubeSettings(Duration.ofMinutes(30), ZoneId.of("Europe/Paris"), MonthDay.of(9, 1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCellEqualsPlainEnumeration(long seed) {
        List<Event> events = DrawnEvents.draw(new Random(seed));
        List<Row> cells = new CohortCubes(TestSpark.session())
                .compute(table(), DrawnEvents.data(events), SETTINGS)
                .collectAsList();
        Map<String, String> computed = new TreeMap<>();
        for (Row cell : cells) {
            assertThat(computed.put(key(cell), numbers(cell))).isNull();
        }
        Map<String, String> expected = enumerate(events);
        assertThat(computed).hasSameSizeAs(expected);
        computed.forEach((cell, numbers) -> assertThat(numbers).as(cell).isEqualTo(expected.get(cell)));
    }

    private static String key(Row cell) {
        List<String> parts = new ArrayList<>();
        for (String column : List.of(
                "school_year",
                "period_kind",
                "period_start",
                "region",
                "academie",
                "sex",
                "solution",
                "indicator_id")) {
            parts.add(String.valueOf(cell.<Object>getAs(column)));
        }
        return String.join(" ", parts);
    }

    private static String numbers(Row cell) {
        return String.join(
                " ",
                List.of(
                        cell.getAs("value").toString(),
                        cell.getAs("n_learners").toString(),
                        cell.getAs("n_schools").toString(),
                        cell.getAs("top_school").toString(),
                        String.valueOf(cell.<Object>getAs("numerator_learners")),
                        String.valueOf(cell.<Object>getAs("complement_learners"))));
    }

    private static Map<String, String> enumerate(List<Event> events) {
        Map<String, String> expected = new TreeMap<>();
        Set<String> cohorts = new TreeSet<>();
        events.forEach(event -> cohorts.addAll(cohorts(event)));
        for (String cohort : cohorts) {
            List<Event> in = events.stream()
                    .filter(event -> cohorts(event).contains(cohort))
                    .toList();
            Set<String> learners = distinct(in, Event::learner);
            String who = learners.size() + " "
                    + distinct(in, e -> String.valueOf(e.school())).size() + " " + largestSchool(in);
            double resources =
                    distinct(in, e -> e.learner() + "/" + e.resource()).size();
            double total = in.stream().mapToDouble(Event::minutes).sum();
            Predicate<Event> isLong = e -> e.minutes() >= 30;
            List<Event> hits = in.stream().filter(isLong).toList();
            Set<String> misses = distinct(in.stream().filter(isLong.negate()).toList(), Event::learner);
            expected.put(cohort + " ROWS", (double) in.size() + " " + who + " null null");
            expected.put(cohort + " UNIQUE", resources + " " + who + " null null");
            expected.put(
                    cohort + " RESOURCES",
                    (double) distinct(in, Event::resource).size() + " " + who + " null null");
            expected.put(cohort + " MEAN", total / learners.size() + " " + who + " null null");
            expected.put(
                    cohort + " SHARE",
                    100.0 * hits.size() / in.size() + " " + who + " "
                            + distinct(hits, Event::learner).size() + " " + misses.size());
            double days = distinct(in, e -> e.learner() + "/" + e.day()).size();
            expected.put(cohort + " DAYS", days / learners.size() + " " + who + " null null");
            expected.put(cohort + " MEDIAN", median(in) + " " + who + " " + sides(in));
            long often = often(in);
            expected.put(
                    cohort + " OFTEN",
                    100.0 * often / learners.size() + " " + who + " " + often + " " + (learners.size() - often));
        }
        return expected;
    }

    /** Learners whose minutes are below the median, and above it. */
    private static String sides(List<Event> events) {
        double median = median(events);
        List<Double> minutes = minutes(events);
        return minutes.stream().filter(each -> each < median).count() + " "
                + minutes.stream().filter(each -> each > median).count();
    }

    private static List<Double> minutes(List<Event> events) {
        Map<String, Double> minutes = new TreeMap<>();
        events.forEach(event -> minutes.merge(event.learner(), event.minutes(), Double::sum));
        return minutes.values().stream().sorted().toList();
    }

    /** Median of the learners' minutes. */
    private static double median(List<Event> events) {
        List<Double> sorted = minutes(events);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** Learners with 10 minutes at once on two solutions. */
    private static long often(List<Event> events) {
        return distinct(events, Event::learner).stream()
                .filter(learner -> events.stream()
                                .filter(event -> event.learner().equals(learner) && event.minutes() >= 10)
                                .map(Event::solution)
                                .distinct()
                                .count()
                        >= 2)
                .count();
    }

    /** All cells that an event counts in. */
    private static List<String> cohorts(Event event) {
        int first = event.day().getMonthValue() >= 9
                ? event.day().getYear()
                : event.day().getYear() - 1;
        String year = first + "-" + (first + 1);
        List<String> cohorts = new ArrayList<>();
        String region = DrawnEvents.REGIONS.get(event.school() % 4);
        String academie = DrawnEvents.ACADEMIES.get(event.school() % 4);
        for (String period : List.of(
                "_T all null",
                year + " year " + first + "-09-01",
                year + " month " + event.day().withDayOfMonth(1))) {
            for (String place : List.of("_T _T", region + " _T", region + " " + academie)) {
                for (String sex : List.of("_T", event.sex())) {
                    for (String solution : List.of("_T", event.solution())) {
                        cohorts.add(String.join(" ", period, place, sex, solution));
                    }
                }
            }
        }
        return cohorts;
    }

    private static Set<String> distinct(List<Event> events, java.util.function.Function<Event, String> part) {
        Set<String> values = new HashSet<>();
        events.forEach(event -> values.add(part.apply(event)));
        return values;
    }

    private static int largestSchool(List<Event> events) {
        int largest = 0;
        for (String school : distinct(events, e -> String.valueOf(e.school()))) {
            List<Event> here = events.stream()
                    .filter(e -> String.valueOf(e.school()).equals(school))
                    .toList();
            largest = Math.max(largest, distinct(here, Event::learner).size());
        }
        return largest;
    }

    private static PublishedTable table() {
        return new PublishedTable(
                "t",
                new Text("t", "t"),
                List.of(
                        indicator("ROWS", Unit.COUNT, new Measure.Rows()),
                        indicator("UNIQUE", Unit.COUNT, new Measure.Distinct(List.of("learner_pid", "resource_id"))),
                        indicator("RESOURCES", Unit.COUNT, new Measure.Distinct(List.of("resource_id"))),
                        indicator("MEAN", Unit.MINUTES, new Measure.Mean("minutes", List.of("learner_pid"))),
                        indicator("SHARE", Unit.PERCENT, new Measure.Rate("minutes >= 30", "true")),
                        indicator(
                                "DAYS",
                                Unit.RATIO,
                                new Measure.Mean("1", List.of("learner_pid"), List.of("local_date"))),
                        indicator(
                                "MEDIAN",
                                Unit.MINUTES,
                                new Measure.Quantile("minutes", List.of("learner_pid"), List.of(), 0.5)),
                        indicator(
                                "OFTEN",
                                Unit.PERCENT,
                                new Measure.Rate(
                                        "minutes >= 10",
                                        "true",
                                        List.of("learner_pid"),
                                        Optional.of(new Measure.Repeats(List.of("solution_id"), 2))))),
                List.of(
                        new Dimension(
                                "territory",
                                new Text("t", "t"),
                                List.of(
                                        new Level("region", "school.region_academique"),
                                        new Level("academie", "school.academie"))),
                        new Dimension("sex", new Text("s", "s"), List.of(new Level("sex", "learner.sex"))),
                        new Dimension(
                                "solution", new Text("s", "s"), List.of(new Level("solution", "row.solution_id")))),
                List.of(PeriodKind.ALL, PeriodKind.YEAR, PeriodKind.MONTH),
                OptionalInt.empty(),
                new Text("a", "a"));
    }

    private static Indicator indicator(String id, Unit unit, Measure measure) {
        return new Indicator(
                id,
                new Text(id, id),
                new Text(id, id),
                unit,
                "event",
                ContributorKind.LEARNER,
                Optional.empty(),
                measure,
                false,
                0,
                "1.0.0",
                "test");
    }
}
