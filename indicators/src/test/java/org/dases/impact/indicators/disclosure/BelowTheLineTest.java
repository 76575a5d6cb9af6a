// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.print;
import static org.dases.impact.indicators.disclosure.NestedTables.rate;
import static org.dases.impact.indicators.disclosure.NestedTables.withheld;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.api.Test;

/** Those below the line of a rate are its learners less those above, and another series may count them. */
class BelowTheLineTest {
    private static final List<Axis> AREA = List.of(new Axis("area", true));

    /**
     * Of the 181 of a 2 left. A reader takes how many stayed from whichever table prints it: the rate withheld b, which
     * the count told, and the count withheld c, which the rate told, so that 585 − 207 − 199 stayed in a.
     */
    @Test
    void whatARateDoesNotSayDoesNotFollowFromThoseBelowItsLine() {
        NestedTables rates = new NestedTables("rates", AREA, rate("left", "enrolment"))
                .row("T", "64:649")
                .row("a", "2:181")
                .row("b", "26:233")
                .row("c", "36:235");
        NestedTables counts = new NestedTables("counts", AREA, count("stayed", "presence"))
                .row("T", "585")
                .row("a", "179")
                .row("b", "207")
                .row("c", "199");

        Map<String, Long> stayed = stayed(print(rates, counts));

        assertThat(stayed).isNotEmpty().doesNotContainKey("a");
        assertThat(stayed.keySet()).as("all but a").hasSizeLessThan(3);
    }

    /** Who stayed where, as either table tells it. */
    private static Map<String, Long> stayed(List<ClearedTable> tables) {
        Map<String, Long> stayed = new HashMap<>();
        tables.stream().flatMap(table -> table.rows().stream()).forEach(row -> {
            Long learners = row.learners();
            Double above = row.numerator();
            if (learners != null && row.series().indicatorId().equals("stayed")) {
                stayed.put(place(row), learners);
            } else if (learners != null && above != null) {
                stayed.put(place(row), learners - above.longValue());
            }
        });
        return stayed;
    }

    private static String place(ClearedRow row) {
        return NestedTables.place(row.at());
    }

    /** Those who stayed, of whom their series asks for 20. */
    private static NestedTables stayedOfTwenty() {
        return new NestedTables("counts", AREA, count("stayed", "presence").with(20, false))
                .row("T", "484")
                .row("a", "164")
                .row("b", "320");
    }

    /** The 14 who left are enough for a side of the rate that prints them, though those who stayed ask for 20. */
    @Test
    void whatARateTellsIsNoSecretOfOthers() {
        List<ClearedTable> tables = print(
                new NestedTables("rates", AREA, rate("left", "enrolment"))
                        .row("T", "94:578")
                        .row("a", "14:178")
                        .row("b", "80:400"),
                stayedOfTwenty());

        assertThat(Stream.concat(withheld(tables.get(0), "left").stream(), withheld(tables.get(1), "stayed").stream()))
                .isEmpty();
    }

    /** Where nothing but the two numbers tells the 14, those who stayed are withheld in a, and so one other. */
    @Test
    void whatNoRateTellsIsASecret() {
        List<ClearedTable> tables = print(
                new NestedTables("all", AREA, count("learners", "enrolment"))
                        .row("T", "578")
                        .row("a", "178")
                        .row("b", "400"),
                stayedOfTwenty());

        assertThat(withheld(tables.get(1), "stayed")).contains("a").hasSize(2);
    }

    /** The rate's own 4 are too few for a side, so that it prints a band, and those who stayed stay a secret. */
    @Test
    void aBandTellsNothingThatOthersMayTell() {
        NestedTables counts = new NestedTables("counts", AREA, count("stayed", "presence"))
                .row("T", "494")
                .row("a", "174")
                .row("b", "320");

        List<ClearedTable> tables = print(
                new NestedTables("rates", AREA, rate("left", "enrolment"))
                        .row("T", "84:578")
                        .row("a", "4:178")
                        .row("b", "80:400"),
                counts);

        assertThat(withheld(tables.get(1), "stayed")).contains("a");
        assertThat(stayed(tables)).doesNotContainKey("a").hasSizeLessThan(2);
    }

    /**
     * 93 of 100 passed and 93 viewed, in one cohort only: that may be chance, and no rate tells the 7 of the others.
     */
    @Test
    void oneCohortDoesNotMakeARateTellOfOthers() {
        NestedTables rates = new NestedTables("rates", AREA, rate("passed", "enrolment")).row("T", "93:100");
        NestedTables counts = new NestedTables("counts", AREA, count("viewed", "presence")).row("T", "93");
        assertThat(withheld(print(rates, counts).get(1), "viewed")).containsExactly("T");

        NestedTables all = new NestedTables("all", AREA, count("all", "account")).row("T", "100");
        assertThat(withheld(print(rates, counts, all).get(1), "viewed")).containsExactly("T");
    }

    /** In all areas together 150 learners have 175 records, so that the 20 of the rate may be records of fewer. */
    @Test
    void whatMayBeRecordsTellsOfNoLearners() {
        List<Axis> area = List.of(new Axis("area", false));
        NestedTables rates = new NestedTables("rates", area, rate("left", "enrolment"))
                .row("T", "20:150/20:175")
                .row("a", "5:60")
                .row("b", "6:55")
                .row("c", "9:60");
        NestedTables counts = new NestedTables(
                        "counts", area, count("stayed", "presence").with(30, false))
                .row("T", "130")
                .row("a", "55")
                .row("b", "49")
                .row("c", "51");

        assertThat(withheld(print(rates, counts).get(1), "stayed")).contains("T");
    }
}
