// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Tally;

/**
 * Rows of records or sums that are withheld for the sake of their number of learners, while the figure is that of rows
 * that are told, added up. Learners may be in several parts, so that their number does not follow. Such a row tells the
 * figure, which is known, and does not say of how many learners it is. To call it withheld would be wrong.
 */
final class FollowingRows {
    /** Sums of many parts differ from that of the whole in the last places. */
    private static final double ROUNDING = 1e-9;

    private FollowingRows() {}

    /** Leaves the rows of a series that {@link Nesting} withheld their figure, where it follows. */
    static void tell(SeriesRows rows) {
        HeadCount learners = rows.counts().get(0);
        BitSet open = new BitSet();
        rows.rows().stream()
                .filter(cell -> rows.isWithheld(cell) && learners.isSeparable(cell))
                .forEach(open::set);
        if (open.isEmpty() || !isAddingUp(rows)) {
            return;
        }
        BitSet told = (BitSet) rows.rows().clone();
        rows.rows().stream().filter(rows::isWithheld).forEach(told::clear);
        Following.of(rows.population(), rows.empty(), rows.margins(), told, open).stream()
                .forEach(rows::leaveUnnumbered);
    }

    private static boolean isAddingUp(SeriesRows rows) {
        Form form = rows.series().form();
        return (form == Form.COUNT || form == Form.SUM)
                && rows.population().members().stream()
                        .filter(member -> member.has(rows.series()))
                        .allMatch(member -> member.lattice().families().stream()
                                .allMatch(family -> isAddingUp(rows, member, family)));
    }

    private static boolean isAddingUp(SeriesRows rows, Member member, Family family) {
        double whole = figure(rows, member.firstCell() + family.parent());
        double parts = Arrays.stream(family.children())
                .mapToDouble(child -> figure(rows, member.firstCell() + child))
                .sum();
        return Math.abs(whole - parts) <= ROUNDING * Math.abs(whole);
    }

    private static double figure(SeriesRows rows, int cell) {
        Tally tally = rows.tally(cell);
        return tally == null ? 0 : Objects.requireNonNullElse(tally.value(), Double.NaN);
    }
}
