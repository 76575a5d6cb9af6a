// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.dases.impact.indicators.canonical.CanonicalType.BOOLEAN;
import static org.dases.impact.indicators.canonical.CanonicalType.DATE;
import static org.dases.impact.indicators.canonical.CanonicalType.DOUBLE;
import static org.dases.impact.indicators.canonical.CanonicalType.INT;
import static org.dases.impact.indicators.canonical.CanonicalType.STRING;
import static org.dases.impact.indicators.canonical.CanonicalType.STRINGS;
import static org.dases.impact.indicators.canonical.CanonicalType.TIMESTAMP;

import java.util.List;
import org.dases.impact.indicators.definition.Text;

/** Short forms for writing the canonical model down. Each takes name, French and English comment. */
final class Columns {
    private static final ColumnRule ANYTHING = new ColumnRule.Anything();

    private Columns() {}

    static CanonicalColumn text(String name, String fr, String en) {
        return column(name, STRING, ANYTHING, fr, en);
    }

    static CanonicalColumn texts(String name, String fr, String en) {
        return column(name, STRINGS, ANYTHING, fr, en);
    }

    static CanonicalColumn flag(String name, String fr, String en) {
        return column(name, BOOLEAN, ANYTHING, fr, en);
    }

    static CanonicalColumn whole(String name, String fr, String en) {
        return column(name, INT, ANYTHING, fr, en);
    }

    static CanonicalColumn number(String name, String fr, String en) {
        return column(name, DOUBLE, ANYTHING, fr, en);
    }

    static CanonicalColumn between(double low, double high, String name, String fr, String en) {
        return column(name, DOUBLE, new ColumnRule.Between(low, high), fr, en);
    }

    static CanonicalColumn code(List<String> codes, String name, String fr, String en) {
        return column(name, STRING, new ColumnRule.OneOf(codes), fr, en);
    }

    static CanonicalColumn territory(TerritoryLevel level, String name, String fr, String en) {
        return column(name, STRING, new ColumnRule.Territory(level), fr, en);
    }

    static CanonicalColumn instant(String name, String fr, String en) {
        return column(name, TIMESTAMP, ANYTHING, fr, en);
    }

    static CanonicalColumn happened(String name, String fr, String en) {
        return column(name, TIMESTAMP, new ColumnRule.Happened(), fr, en);
    }

    static CanonicalColumn day(String name, String fr, String en) {
        return column(name, DATE, ANYTHING, fr, en);
    }

    static CanonicalColumn required(CanonicalColumn column) {
        return new CanonicalColumn(column.name(), column.type(), true, column.rule(), column.comment());
    }

    static CanonicalColumn learner() {
        return text("learner_pid", "Pseudonyme de l'apprenant dans son domaine", "Learner's pseudonym in its domain");
    }

    static CanonicalColumn classroom() {
        return text("class_pid", "Pseudonyme de la classe", "Pseudonym of the class");
    }

    static CanonicalColumn school() {
        return text("uai", "Code UAI de l'établissement", "UAI code of the school");
    }

    static CanonicalColumn solution() {
        return text("solution_id", "Solution EdTech", "EdTech solution");
    }

    private static CanonicalColumn column(String name, CanonicalType type, ColumnRule rule, String fr, String en) {
        return new CanonicalColumn(name, type, false, rule, new Text(fr, en));
    }
}
