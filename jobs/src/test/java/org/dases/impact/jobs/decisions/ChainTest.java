// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.jobs.decisions.SampleDecisions.decided;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final List<LogEntry> FOUR =
            Chain.extend(Head.NONE, List.of(decided("a"), decided("b"), decided("c"), decided("d")));

    private static final Head HEAD = new Head(4, FOUR.get(3).hash());

    @Test
    void isWholeWhenNobodyTouchedIt() {
        assertThat(Chain.check(FOUR, HEAD)).isEmpty();
        assertThat(Chain.check(List.of(), Head.NONE)).isEmpty();
        assertThat(FOUR).extracting(LogEntry::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void showsEntriesAfterTheHead() {
        assertThat(Chain.check(FOUR, new Head(2, FOUR.get(1).hash()))).hasValue(new Break(Break.Kind.ADDED, 3));
        assertThat(Chain.check(FOUR, Head.NONE)).hasValue(new Break(Break.Kind.ADDED, 1));
    }

    @Test
    void goesOnWhereItEnded() {
        List<LogEntry> both = new ArrayList<>(FOUR);
        both.addAll(Chain.extend(HEAD, List.of(decided("e"))));

        assertThat(Chain.check(both, new Head(5, both.get(4).hash()))).isEmpty();
        assertThat(both.get(4).number()).isEqualTo(5);
    }

    @Test
    void showsAChangedEntry() {
        List<LogEntry> changed = new ArrayList<>(FOUR);
        LogEntry second = FOUR.get(1);
        changed.set(1, new LogEntry(second.number(), second.previous(), decided("other"), second.hash()));

        assertThat(Chain.check(changed, HEAD)).hasValue(new Break(Break.Kind.CHANGED, 2));
    }

    @Test
    void showsAnEntryThatWasChangedWithItsHash() {
        List<LogEntry> changed = new ArrayList<>(FOUR);
        changed.set(1, LogEntry.after(2, FOUR.get(0).hash(), decided("other")));

        assertThat(Chain.check(changed, HEAD)).hasValue(new Break(Break.Kind.MOVED, 3));
    }

    @Test
    void showsThatAllWasWrittenAnew() {
        List<LogEntry> anew = Chain.extend(
                Head.NONE, List.of(decided("other"), decided("b"), decided("c"), decided("d"), decided("e")));

        assertThat(Chain.check(anew, HEAD)).hasValue(new Break(Break.Kind.REPLACED, 4));
    }

    @Test
    void showsMissingEntriesAlsoAtTheEnds() {
        assertThat(Chain.check(List.of(FOUR.get(0), FOUR.get(2), FOUR.get(3)), HEAD))
                .hasValue(new Break(Break.Kind.MISSING, 2));
        assertThat(Chain.check(FOUR.subList(1, 4), HEAD)).hasValue(new Break(Break.Kind.MISSING, 1));
        assertThat(Chain.check(FOUR.subList(0, 3), HEAD)).hasValue(new Break(Break.Kind.MISSING, 4));
        assertThat(Chain.check(List.of(), HEAD)).hasValue(new Break(Break.Kind.MISSING, 1));
    }

    @Test
    void showsEntriesThatChangedPlaces() {
        List<LogEntry> renumbered = new ArrayList<>(FOUR);
        renumbered.set(1, LogEntry.after(2, FOUR.get(2).previous(), FOUR.get(2).decided()));

        assertThat(Chain.check(renumbered, HEAD)).hasValue(new Break(Break.Kind.MOVED, 2));
        assertThat(Chain.check(List.of(FOUR.get(0), FOUR.get(0)), HEAD)).hasValue(new Break(Break.Kind.TWICE, 1));
    }

    @Test
    void tellsBordersBetweenReasonsApart() {
        LogEntry one = LogEntry.after(1, LogEntry.START, decided("a", "b"));
        LogEntry other = LogEntry.after(1, LogEntry.START, decided("ab"));

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
