// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.Gate;
import org.dases.impact.indicators.disclosure.Submission;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * Says what would be withheld if a dimension ended at a coarser level: too much detail, not k, is what most figures are
 * lost for. Each such table goes through the gate by itself, as if it were released for the first time.
 */
final class Advisor {
    /** A level is proposed where it withholds no more than that, in percent. */
    private static final double LITTLE = 10;

    private final Aggregate table;
    private final Series series;
    private final Rules rules;

    Advisor(Aggregate table, Series series, Rules rules) {
        this.table = table;
        this.series = series;
        this.rules = rules;
    }

    /** Each dimension's levels, the coarsest first; none where the gate refuses such a table. */
    List<GateOutcome.Advice> advise() {
        List<GateOutcome.Advice> advice = new ArrayList<>();
        for (int axis = 0; axis < table.cube().axes(); axis++) {
            Hierarchy hierarchy = table.cube().hierarchies().get(axis);
            List<GateOutcome.Advice> levels = new ArrayList<>();
            for (int depth = 0; depth <= hierarchy.depth(); depth++) {
                at(axis, depth).ifPresent(levels::add);
            }
            advice.addAll(proposed(levels));
        }
        return advice;
    }

    private Optional<GateOutcome.Advice> at(int axis, int depth) {
        Hierarchy hierarchy = table.cube().hierarchies().get(axis);
        Aggregate cut = table.cut(axis, depth);
        return new Gate()
                .review(new Submission(List.of(cut.table(series)), rules))
                .match(
                        granted -> {
                            Gated gated = new Gated(cut, granted);
                            return Optional.of(new GateOutcome.Advice(
                                    hierarchy.name(),
                                    hierarchy.level(depth),
                                    gated.peopled(),
                                    gated.withheld(),
                                    depth == hierarchy.depth(),
                                    false));
                        },
                        refused -> Optional.empty());
    }

    /** The finest level of little loss, if it is not the table's own. */
    private static List<GateOutcome.Advice> proposed(List<GateOutcome.Advice> levels) {
        int best = -1;
        for (int level = 0; level < levels.size(); level++) {
            best = levels.get(level).percent() <= LITTLE ? level : best;
        }
        List<GateOutcome.Advice> marked = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            GateOutcome.Advice each = levels.get(level);
            boolean isProposed = level == best && !each.isFinest();
            marked.add(new GateOutcome.Advice(
                    each.dimension(), each.level(), each.cells(), each.withheld(), each.isFinest(), isProposed));
        }
        return marked;
    }
}
