// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Told;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * The cells about one group of people, over all tables of a submission. Its unknowns are the atoms of the tables, one
 * after the other; atoms in which publicly nobody is are left out.
 */
final class Population {
    private final String group;
    private final List<Member> members = new ArrayList<>();
    private final PrimaryRules rules;
    private final Guard guard;
    private final BitSet unsafe = new BitSet();
    private final BitSet guarded = new BitSet();
    private final BitSet againstRules = new BitSet();
    private final BitSet zero = new BitSet();
    private final List<LinearSum> sums = new ArrayList<>();
    private final BitSet empty = new BitSet();
    private int atoms;
    private int cells;

    /** The cells of a group when readers have earlier releases. */
    Population(String group, List<CellTable> tables, List<Lattice> lattices, PrimaryRules rules, Guard guard) {
        this.group = group;
        this.rules = rules;
        this.guard = guard;
        for (int t = 0; t < tables.size(); t++) {
            CellTable table = tables.get(t);
            List<Series> series = table.series().stream()
                    .filter(each -> each.group().equals(group) && each.form().isMeasured())
                    .toList();
            if (!series.isEmpty()) {
                members.add(new Member(table, lattices.get(t), series, atoms, cells));
                atoms += lattices.get(t).atoms();
                cells += table.cohorts().size();
            }
        }
        for (Member member : members) {
            classify(member);
            hideParts(member);
        }
        for (Member member : members) {
            for (int c = 0; c < member.cohorts(); c++) {
                sums.add(LinearSum.of(Arrays.stream(atomsOf(member, c))
                        .filter(atom -> !empty.get(atom))
                        .toArray()));
            }
        }
    }

    private void classify(Member member) {
        for (int c = 0; c < member.cohorts(); c++) {
            int cell = member.firstCell() + c;
            int atom = member.lattice().atomNumber(c);
            againstRules.set(cell, rules.isUnsafe(member, c));
            guarded.set(cell, !guard.reasons(member, c).isEmpty());
            unsafe.set(cell, againstRules.get(cell) || guarded.get(cell));
            zero.set(cell, member.isZero(c));
            if (atom >= 0 && isPublicZero(cell)) {
                empty.set(member.firstAtom() + atom);
            }
        }
    }

    /**
     * Where it is a secret that nobody is in a cell any more, since those who are known to have been there are fewer
     * than k, it is one of its parts too, and of all cells with nobody in them that would tell it of these.
     */
    private void hideParts(Member member) {
        BitSet hidden = new BitSet();
        for (int c = 0; c < member.cohorts(); c++) {
            int cell = member.firstCell() + c;
            boolean isSecretZero = zero.get(cell) && unsafe.get(cell);
            if (isSecretZero && atoms(member, c).allMatch(empty::get)) {
                atoms(member, c).forEach(hidden::set);
            }
        }
        empty.andNot(hidden);
        for (int c = 0; c < member.cohorts() && !hidden.isEmpty(); c++) {
            if (zero.get(member.firstCell() + c) && atoms(member, c).anyMatch(hidden::get)) {
                unsafe.set(member.firstCell() + c);
            }
        }
    }

    /** The name of the group of people. */
    String group() {
        return group;
    }

    /** The tables, each with its series about this group. */
    List<Member> members() {
        return members;
    }

    /** What readers have already. */
    Guard guard() {
        return guard;
    }

    /** What makes a cell unsafe by itself. */
    PrimaryRules rules() {
        return rules;
    }

    /** The series, each once, on the terms of one of the tables; see {@link Member#own}. */
    List<Series> series() {
        Map<String, Series> distinct = new LinkedHashMap<>();
        members.forEach(member -> member.series().forEach(each -> distinct.putIfAbsent(each.indicatorId(), each)));
        return List.copyOf(distinct.values());
    }

    /** Cells of the tables that print a series. */
    BitSet cellsOf(Series series) {
        BitSet set = new BitSet();
        members.stream()
                .filter(member -> member.has(series))
                .forEach(member -> set.set(member.firstCell(), member.firstCell() + member.cohorts()));
        return set;
    }

    /** Cells in which a series counts somebody, or must not be known not to. */
    BitSet peopledBy(Series series) {
        BitSet set = new BitSet();
        cellsOf(series).stream()
                .filter(cell -> isPeopled(cell, series) || (guarded.get(cell) && isHeld(cell, series, false)))
                .forEach(set::set);
        return set;
    }

    /** Whether a series counts somebody in a cell. */
    boolean isPeopled(int cell, Series series) {
        Member member = memberOf(cell);
        Tally tally = member.tally(cell - member.firstCell(), series);
        return tally != null && !tally.isZero();
    }

    Member memberOf(int cell) {
        int m = members.size() - 1;
        while (members.get(m).firstCell() > cell) {
            m--;
        }
        return members.get(m);
    }

    /** Atoms in which everybody may know that nobody is. */
    BitSet empty() {
        return empty;
    }

    /** The same, with the atoms of cells in which everybody knows that there is nobody of some kind. */
    BitSet emptyWith(BitSet zeros) {
        BitSet all = (BitSet) empty.clone();
        zeros.stream().forEach(cell -> {
            Member member = memberOf(cell);
            for (int atom : atomsOf(member, cell - member.firstCell())) {
                all.set(atom);
            }
        });
        return all;
    }

    int cells() {
        return cells;
    }

    int atoms() {
        return atoms;
    }

    /** All atoms of a cohort, those in which nobody is among them. */
    int[] atomsOf(Member member, int cohort) {
        return atoms(member, cohort).toArray();
    }

    private static IntStream atoms(Member member, int cohort) {
        return Arrays.stream(member.lattice().atomsOf(cohort)).map(atom -> atom + member.firstAtom());
    }

    /** All atoms of a cell, as a set. */
    BitSet atomSet(int cell) {
        Member member = memberOf(cell);
        BitSet set = new BitSet();
        atoms(member, cell - member.firstCell()).forEach(set::set);
        return set;
    }

    /** The unknowns a cell is the sum of. */
    LinearSum sum(int cell) {
        return sums.get(cell);
    }

    /** Cells that are unsafe by themselves. */
    BitSet unsafe() {
        return unsafe;
    }

    /** Whether a rule on single cells holds a cohort of a table; false where it is not about this population. */
    boolean isAgainstRules(String table, int cohort) {
        return members.stream()
                .filter(member -> member.table().id().equals(table))
                .anyMatch(member -> againstRules.get(member.firstCell() + cohort));
    }

    /** Whether a series counts fewer contributors than k in a cell. */
    boolean isBelowThreshold(int cell, Series series) {
        Member member = memberOf(cell);
        int cohort = cell - member.firstCell();
        return rules.isBelowThreshold(member.own(series), member.tally(cohort, series), member.isOneSchool(cohort));
    }

    /** Whether a reader must not know anew how many learners a series has in a cell, or its figure. */
    boolean isHeld(int cell, Series series, boolean areLearners) {
        Member member = memberOf(cell);
        int cohort = cell - member.firstCell();
        Series own = member.own(series);
        return areLearners ? guard.isHoldingLearners(member, cohort, own) : guard.isHolding(member, cohort, own);
    }

    /** What readers have of a cell: what they miss most of any series. */
    Told told(int cell) {
        Member member = memberOf(cell);
        return guard.told(member, cell - member.firstCell());
    }

    /** Whether an earlier release did not say of how many learners its row was, and there are as many now. */
    boolean wasLeftUnsaid(int cell, Series series) {
        Member member = memberOf(cell);
        return guard.hasLeftUnsaid(member, cell - member.firstCell(), series);
    }

    /** What earlier releases printed of a series in a cell. */
    Stream<ClearedRow> earlier(int cell, Series series) {
        Member member = memberOf(cell);
        return guard.printed(member, cell - member.firstCell(), series);
    }

    /** Why a cell is unsafe by itself; empty if it is not. */
    List<PrimaryReason> reasons(int cell) {
        Member member = memberOf(cell);
        int cohort = cell - member.firstCell();
        List<PrimaryReason> reasons = new ArrayList<>(guard.reasons(member, cohort));
        if (rules.isBelowThreshold(member, cohort)) {
            reasons.add(new PrimaryReason.BelowThreshold());
        } else if (againstRules.get(cell)) {
            reasons.add(new PrimaryReason.OtherRule());
        }
        return reasons;
    }

    /** Whether everybody may know that nobody is in the cell. */
    boolean isPublicZero(int cell) {
        return zero.get(cell) && !unsafe.get(cell);
    }

    boolean isZero(int cell) {
        return zero.get(cell);
    }

    long learners(int cell) {
        Member member = memberOf(cell);
        return member.learners(cell - member.firstCell());
    }
}
