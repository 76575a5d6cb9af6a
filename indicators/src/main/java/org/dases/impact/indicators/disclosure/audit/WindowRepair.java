// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The repair of one window: needs are met one after the other, the greatest first, each by the cheapest move on top of
 * the pattern so far.
 */
final class WindowRepair {
    private final OpenTable table;
    private final List<Need> needs;
    private final BitSet printed;
    private final Map<Move, Map<Integer, Double>> moves = new LinkedHashMap<>();

    WindowRepair(OpenTable table, List<Need> needs, BitSet printed) {
        this.table = table;
        this.needs = needs.stream()
                .sorted(Comparator.comparing((Need need) -> -need.more())
                        .thenComparing(Need::cell)
                        .thenComparing(Need::less))
                .toList();
        this.printed = (BitSet) printed.clone();
    }

    /** The moves that meet all needs that can be met in the window. */
    List<Move> within(int[] window, int floor) {
        if (!needs.isEmpty()) {
            try (LiftProgram program = new LiftProgram(table, window, printed, floor)) {
                for (Need need : needs) {
                    if (!isMet(need)) {
                        cheapest(program, need).ifPresent(move -> accept(program, move));
                    }
                }
            }
        }
        return List.copyOf(moves.keySet());
    }

    private void accept(LiftProgram program, Move move) {
        Map<Integer, Double> changes = move.changes(table);
        moves.put(move, changes);
        List<Integer> fresh =
                changes.keySet().stream().filter(printed::get).sorted().toList();
        fresh.forEach(printed::clear);
        program.price(fresh, printed);
    }

    private boolean isMet(Need need) {
        return moves.values().stream().anyMatch(changes -> need.isMetBy(changes.getOrDefault(need.cell(), 0.0)));
    }

    private Optional<Move> cheapest(LiftProgram program, Need need) {
        Optional<Move> more =
                need.more() == Need.NEVER ? Optional.empty() : program.change(need.cell(), need.more(), printed);
        if (need.less() == Need.NEVER || (more.isPresent() && program.cost(more.get(), printed) == 0)) {
            return more;
        }
        Optional<Move> less = program.change(need.cell(), -need.less(), printed);
        if (more.isEmpty() || less.isEmpty()) {
            return more.or(() -> less);
        }
        return program.cost(less.get(), printed) < program.cost(more.get(), printed) ? less : more;
    }
}
