// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.rules.Limits;

/**
 * What the gate remembers of a release. Restricted: it holds the true counts, and why a cell was withheld, which no
 * reader may know.
 *
 * @param tables one per table submitted, in the same order
 */
public record Ledger(List<Table> tables) {
    public Ledger {
        tables = List.copyOf(tables);
    }

    /**
     * What it remembers of a table.
     *
     * @param id name of the published table
     * @param cells its cohorts, in the order of the table
     */
    public record Table(String id, List<Entry> cells) {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What it remembers of a cohort.
     *
     * @param at one node per axis of the table, where it stands now
     * @param primary whether a rule on single cells makes the cohort unsafe
     * @param figures its figures by indicator
     * @param stood where it stood then: elsewhere if one of its codes stood below another one
     */
    public record Entry(List<Node> at, boolean primary, Map<String, Figure> figures, List<Node> stood) {
        public Entry {
            at = List.copyOf(at);
            figures = Map.copyOf(figures);
            stood = List.copyOf(stood);
        }

        /** One that stands where it stood. */
        public Entry(List<Node> at, boolean primary, Map<String, Figure> figures) {
            this(at, primary, figures, at);
        }
    }

    /**
     * What it remembers of a figure.
     *
     * @param counts who was behind it; empty where that is not known any more
     * @param reach who could know it, printed or not
     * @param printed the row that told it as it was at that release; empty if withheld, or reprinted from an earlier
     *     one
     * @param set fingerprint of its contributors, where there is one
     * @param distance how many contributors have come or gone since, where somebody counted; only then may it be given
     * @param terms what held for it then
     * @param limits what was asked of it then beside k; asks for nothing where that is not known
     */
    public record Figure(
            Optional<Counts> counts,
            Reach reach,
            Optional<ClearedRow> printed,
            Optional<SetFingerprint> set,
            OptionalLong distance,
            Terms terms,
            Limits limits) {

        /**
         * A count of persons that is known of an earlier release by what it printed alone.
         *
         * @param persons how many; empty where that is not known
         * @param printed whether it was told as it was at that release
         * @param at one node per axis of the table
         * @param series the indicator
         * @param terms what held for it
         * @param limits what was asked of it beside k
         * @return the figure
         */
        public static Figure ofCount(
                OptionalLong persons, boolean printed, List<Node> at, Series series, Terms terms, Limits limits) {
            Optional<Tally> tally = persons.isPresent()
                    ? Optional.of(
                            Tally.figure((double) persons.getAsLong(), Contributors.ofLearners(persons.getAsLong())))
                    : Optional.empty();
            return new Figure(
                    tally.map(Counts::of),
                    printed ? Reach.READERS : Reach.NOBODY,
                    tally.filter(known -> printed).map(known -> ClearedRow.exact(at, series, known)),
                    Optional.empty(),
                    OptionalLong.empty(),
                    terms,
                    limits);
        }

        /**
         * Whether it was withheld by itself alone, for what it tells of rates: no other figure has nobody that tells it
         * and is known to all.
         */
        boolean wasSilent() {
            return reach == Reach.READERS
                    && printed.isEmpty()
                    && counts.filter(known -> !known.isNobody()).isPresent();
        }

        /**
         * The same, known to whom it is told to.
         *
         * @param other who could know it
         * @return the figure, equal in everything else
         */
        public Figure knownTo(Reach other) {
            return new Figure(counts, other, printed, set, distance, terms, limits);
        }
    }

    /** Who could know a figure. */
    public enum Reach {
        /** Nobody whose own it is not. */
        NOBODY,

        /**
         * A school or a provider that is alone behind other cells, by what it knows of these; no other reader. Also
         * where that is not looked for: what holds for such a figure is the stricter of what holds for the two others.
         */
        INSIDERS,

        /** Every reader. */
        READERS
    }

    /**
     * What held for a figure at its release; no less holds for its table after.
     *
     * @param threshold least number of learners; 0 where that is not known
     * @param isZeroSecret whether nobody could know that it counts nobody; false where that is not known
     */
    public record Terms(int threshold, boolean isZeroSecret) {
        /** Nothing is known of what held. */
        public static final Terms UNKNOWN = new Terms(0, false);

        Terms and(Terms others) {
            return new Terms(Math.max(threshold, others.threshold), isZeroSecret || others.isZeroSecret);
        }
    }

    /**
     * Who was behind a figure.
     *
     * @param learners distinct learners
     * @param schools distinct schools; 0 where unknown
     * @param numerator learners above the line of a rate; 0 for other forms
     */
    public record Counts(long learners, long schools, long numerator) {
        /** None. */
        public static final Counts NOBODY = new Counts(0, 0, 0);

        /**
         * The numbers of a tally.
         *
         * @param tally figures of a cohort
         * @return its counts
         */
        public static Counts of(Tally tally) {
            Long schools = tally.contributors().schools();
            Sides sides = tally.sides();
            return new Counts(
                    tally.contributors().learners(),
                    schools == null ? 0 : schools,
                    sides == null ? 0 : sides.numerator());
        }

        boolean isNobody() {
            return equals(NOBODY);
        }
    }
}
