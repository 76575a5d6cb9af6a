// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/** Whether a table is what it says it is. A table with a fault is refused as a whole; faults name no number. */
final class Inspection {
    /** As the engine makes them: a keyed hash in hexadecimal. */
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{64}");

    private final CellTable table;
    private final Set<String> faults = new LinkedHashSet<>();

    Inspection(CellTable table) {
        this.table = table;
    }

    /** Faults of form, to be found before cohorts are compared. */
    List<String> ofForm() {
        Set<String> ids = new HashSet<>();
        for (Series series : table.series()) {
            if (!ids.add(series.indicatorId())) {
                fault("indicator " + series.indicatorId() + " is listed twice; list each indicator once");
            }
        }
        Set<List<Node>> places = new HashSet<>();
        for (Cohort cohort : table.cohorts()) {
            if (cohort.at().size() != table.axes().size()) {
                fault("a cohort has not one node per axis; give every cohort a node on each axis");
            }
            if (!places.add(cohort.at())) {
                fault("a cohort is listed twice; aggregate before the gate");
            }
            if (!ids.containsAll(cohort.tallies().keySet())) {
                fault("a cohort has a tally of an indicator that is no series of the table");
            }
        }
        for (Series series : table.series()) {
            table.cohorts().forEach(cohort -> inspect(series, cohort.tallies().get(series.indicatorId())));
        }
        if (faults.isEmpty()) {
            inspectCodes();
        }
        return List.copyOf(faults);
    }

    /** Codes are printed, those of withheld rows too. */
    private void inspectCodes() {
        for (int axis = 0; axis < table.axes().size(); axis++) {
            int own = axis;
            boolean isOfPersons = table.cohorts().stream()
                    .flatMap(cohort -> cohort.at().get(own).path().stream())
                    .anyMatch(code -> PSEUDONYM.matcher(code).matches());
            if (isOfPersons) {
                fault("the codes of axis " + table.axes().get(axis).name()
                        + " are pseudonyms, and would be printed; leave the dimension out, or map its column to something"
                        + " that many learners have in common");
            }
        }
    }

    /** Faults of nesting: distinct people of a cohort are at most as many as those of its parts together. */
    List<String> ofNesting(Lattice lattice) {
        for (Series series : table.series()) {
            Member member = new Member(table, lattice, List.of(series), 0, 0);
            lattice.families().stream()
                    .filter(family -> series.form().isMeasured())
                    .forEach(family -> inspect(member, series, family));
        }
        for (int cohort = 0; cohort < table.cohorts().size(); cohort++) {
            inspectParts(lattice, cohort);
        }
        return List.copyOf(faults);
    }

    private void inspect(Series series, @Nullable Tally tally) {
        if (tally == null) {
            return;
        }
        boolean isFinite = Stream.of(
                        tally.value(), tally.numerator(), tally.denominator(), tally.ciLow(), tally.ciHigh())
                .allMatch(number -> number == null || Double.isFinite(number));
        if (!isFinite) {
            fault("indicator " + series.indicatorId() + " has a value that is no finite number; repair its formula");
        }
        Contributors who = tally.contributors();
        Sides sides = Objects.requireNonNullElse(tally.sides(), new Sides(0, 0));
        boolean isNegative = Stream.of(
                        who.learners(),
                        who.schools(),
                        who.providers(),
                        who.topSchool(),
                        who.topProvider(),
                        sides.numerator(),
                        sides.complement())
                .anyMatch(number -> number != null && number < 0);
        if (isNegative) {
            fault("indicator " + series.indicatorId() + " has a negative number of contributors");
        }
        if (series.form() == Form.RATE && tally.sides() == null && !tally.isZero()) {
            fault("indicator " + series.indicatorId() + " is a rate whose sides were not counted");
        }
    }

    private void inspect(Member member, Series series, Family family) {
        long sum = 0;
        long most = 0;
        for (int child : family.children()) {
            long learners = member.learners(child, series);
            sum += learners;
            most = Math.max(most, learners);
        }
        long whole = member.learners(family.parent(), series);
        if (whole < most || whole > sum) {
            fault("indicator " + series.indicatorId() + " does not nest on axis "
                    + table.axes().get(family.axis()).name()
                    + ": a cohort has other contributors than its parts; give contributors without a code a code of"
                    + " their own");
        }
    }

    private void inspectParts(Lattice lattice, int cohort) {
        Cohort whole = table.cohorts().get(cohort);
        if (whole.tallies().values().stream().allMatch(Tally::isZero)) {
            return;
        }
        for (int axis = 0; axis < table.axes().size(); axis++) {
            if (lattice.hasFinerCodes(cohort, axis) && !lattice.hasParts(cohort, axis)) {
                fault("a cohort has no finer cohorts on axis "
                        + table.axes().get(axis).name() + " although the axis goes on there; submit the whole cube");
            }
        }
    }

    private void fault(String problem) {
        faults.add("table " + table.id() + ": " + problem);
    }
}
