// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.disclosure.NestedTables.count;
import static org.dases.impact.indicators.disclosure.NestedTables.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.WithheldFor;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Why a figure is withheld; k is 10, a side of a rate 5. */
class ExplanationsTest {
    private static final List<Axis> AXIS = List.of(new Axis("axis", true));

    private static Set<WithheldFor> why(Clearance.Granted granted, String at, String indicator) {
        return granted.explanations().of("t", List.of(node(at)), indicator);
    }

    private static Clearance.Granted review(Rules rules, List<EarlierRelease> earlier, NestedTables... tables) {
        List<CellTable> submitted = new ArrayList<>();
        for (NestedTables table : tables) {
            submitted.add(table.table());
        }
        return Releases.granted(rules, submitted, earlier);
    }

    private static NestedTables counted(String all, String a, String b, String c) {
        return new NestedTables("t", AXIS, count("alpha", "event"))
                .row("T", all)
                .row("a", a)
                .row("b", b)
                .row("c", c);
    }

    @Test
    void aSmallCellAndItsComplement() {
        Clearance.Granted granted = review(NestedTables.RULES, List.of(), counted("65", "3", "12", "50"));
        assertThat(why(granted, "a", "alpha")).containsExactly(WithheldFor.BELOW_THRESHOLD);
        assertThat(why(granted, "b", "alpha")).containsExactly(WithheldFor.COMPLEMENT);
        assertThat(why(granted, "c", "alpha")).isEmpty();
        assertThat(why(granted, "none", "alpha")).isEmpty();
        assertThat(why(granted, "a", "none")).isEmpty();
        assertThat(granted.explanations().of("none", List.of(node("a")), "alpha"))
                .isEmpty();
    }

    /** The total less c and d would say that a and b are 3 together, so that both are below 10. */
    @Test
    void aCellThatIsWithheldAgainstBounds() {
        Rules bounding = new Rules(
                10,
                0,
                5,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Zeros.PUBLISH,
                true,
                Attacker.BOUNDS);
        NestedTables table = new NestedTables("t", AXIS, count("alpha", "event"))
                .row("T", "63")
                .row("a", "1")
                .row("b", "2")
                .row("c", "20")
                .row("d", "40");
        Clearance.Granted granted = review(bounding, List.of(), table);
        assertThat(why(granted, "a", "alpha")).containsExactly(WithheldFor.BELOW_THRESHOLD);
        assertThat(why(granted, "c", "alpha")).containsExactly(WithheldFor.BOUND);
        assertThat(why(granted, "d", "alpha")).isEmpty();
    }

    @Test
    void whatMovedAndWhatDidNot() {
        Clearance.Granted first = review(NestedTables.RULES, List.of(), counted("65", "3", "12", "50"));
        Clearance.Granted second = review(
                NestedTables.RULES,
                List.of(new EarlierRelease("1", Releases.at(0), first.ledger())),
                counted("89", "20", "12", "57"));
        assertThat(why(second, "b", "alpha")).containsExactly(WithheldFor.UNMOVED);
        assertThat(why(second, "c", "alpha")).containsExactly(WithheldFor.MOVED);
    }

    /** 22 of 60 less the 2 of a would be those of b. */
    @Test
    void aRateThatTellsTheSideOfAnother() {
        NestedTables rates = new NestedTables("t", AXIS, NestedTables.rate("beta", "event"))
                .row("T", "22:60")
                .row("a", "2:20")
                .row("b", "20:40");
        Clearance.Granted granted = review(NestedTables.RULES, List.of(), rates);
        assertThat(why(granted, "b", "beta")).containsExactly(WithheldFor.SIDE);
        assertThat(why(granted, "a", "beta")).as("a band is printed").isEmpty();
    }

    /** 25 of the 30 of alpha are counted by beta too: 5 are not. */
    @Test
    void numbersThatDifferByFew() {
        NestedTables nested = new NestedTables("t", AXIS, count("alpha", "event"), count("beta", "event"))
                .row("T", "130", "110")
                .row("a", "30", "25")
                .row("b", "100", "85");
        Clearance.Granted granted = review(NestedTables.RULES, List.of(), nested);
        assertThat(why(granted, "a", "alpha")).isEmpty();
        assertThat(why(granted, "a", "beta")).containsExactly(WithheldFor.CLOSE);
        assertThat(why(granted, "b", "beta")).containsExactly(WithheldFor.COMPLEMENT);
    }

    @Test
    void aRuleThatIsNotAboutK() {
        Series secret = new Series(
                "alpha", "event", Form.COUNT, ContributorKind.LEARNER, 0, true, true, "count", "1", Optional.empty());
        NestedTables table = new NestedTables("t", AXIS, secret)
                .row("T", "60")
                .row("a", "0")
                .row("b", "20")
                .row("c", "40");
        Clearance.Granted granted = review(NestedTables.RULES, List.of(), table);
        assertThat(why(granted, "a", "alpha")).containsExactly(WithheldFor.OTHER_RULE);
    }
}
