// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.jspecify.annotations.Nullable;

/**
 * Keeps releases from telling together what none of them tells alone. The unknowns of two releases are separate, so
 * what is printed gives a difference away only where it gives both figures away. Hence a figure must not be known anew
 * if it was known before and has moved since by less than k, nor if it was secret and has not moved. Such cells are
 * unsafe by themselves; all else is left to the suppression. What is not printed anew but was printed before is shown
 * as it was: whether it is frozen for its own sake or for another's cannot be told apart.
 */
public final class Guard {
    private final List<EarlierRelease> earlier;
    private final PrimaryRules rules;
    private final List<Map<String, Map<List<Node>, Ledger.Entry>>> places = new ArrayList<>();
    private final Map<Member, OtherNames> otherNames = new ConcurrentHashMap<>();

    /**
     * A guard over what readers have.
     *
     * @param earlier releases, the oldest first; empty where there is none
     * @param rules what makes a cell unsafe by itself
     */
    public Guard(List<EarlierRelease> earlier, PrimaryRules rules) {
        this.earlier = earlier;
        this.rules = rules;
        for (EarlierRelease release : earlier) {
            Map<String, Map<List<Node>, Ledger.Entry>> byTable = new HashMap<>();
            for (Ledger.Table table : release.ledger().tables()) {
                Map<List<Node>, Ledger.Entry> byPlace = byTable.computeIfAbsent(table.id(), id -> new HashMap<>());
                table.cells().forEach(entry -> byPlace.put(entry.at(), entry));
            }
            places.add(byTable);
        }
    }

    /**
     * Why a cohort must not be known anew.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @return each reason; empty if it may be known
     */
    public List<PrimaryReason> reasons(Member member, int c) {
        List<PrimaryReason> reasons = new ArrayList<>();
        for (int r = 0; r < earlier.size(); r++) {
            Ledger.Entry entry = entries(r, member.table().id()).get(member.at(c));
            if (entry != null) {
                reasons.addAll(reasons(earlier.get(r).id(), entry, member, c));
            }
        }
        member.series().forEach(series -> underOtherNames(member, c, series).forEach(reasons::add));
        return reasons;
    }

    /** Why the learners of a series must not be known anew for what other indicators told or hid of them. */
    private Stream<PrimaryReason> underOtherNames(Member member, int c, Series series) {
        Tally now = member.tally(c, series);
        return otherNames
                .computeIfAbsent(member, own -> new OtherNames(own, this, rules))
                .of(c, series)
                .filter(known -> rules.isSubject(series, now) && isHoldingLearners(series, known.figure(), now, null))
                .map(known -> known.reason(series, member.learners(c, series)));
    }

    /**
     * What earlier releases printed of a series in a cohort, and no later one hid: it may have moved and come back.
     * What one table of a release told is known, whatever another one hid.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @param series the series
     * @return the rows, the oldest first
     */
    public Stream<ClearedRow> printed(Member member, int c, Series series) {
        Map<String, List<Ledger.Figure>> byRelease = new LinkedHashMap<>();
        for (int r = 0; r < earlier.size(); r++) {
            byRelease
                    .computeIfAbsent(earlier.get(r).id(), id -> new ArrayList<>())
                    .addAll(figure(r, member, c, series).stream().toList());
        }
        List<ClearedRow> printed = new ArrayList<>();
        for (List<Ledger.Figure> figures : byRelease.values()) {
            List<ClearedRow> rows =
                    figures.stream().flatMap(then -> then.printed().stream()).toList();
            if (rows.isEmpty() && figures.stream().anyMatch(then -> then.reach() != Ledger.Reach.READERS)) {
                printed.clear();
            }
            printed.addAll(rows);
        }
        return printed.stream();
    }

    /**
     * What readers have of a cohort: what they miss most of any series.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @return what they have
     */
    public Told told(Member member, int c) {
        return member.series().stream()
                .map(series -> told(member, c, series))
                .min(Comparator.naturalOrder())
                .orElse(Told.NOTHING);
    }

    /** What readers have of a series in a cohort, by the last figure of it that was printed with its codes. */
    Told told(Member member, int c, Series series) {
        return figures(member, c, series)
                .filter(then -> then.printed().stream().anyMatch(row -> row.at().equals(member.at(c))))
                .reduce((before, after) -> after)
                .map(then -> then.counts().orElseThrow().learners() == member.learners(c, series)
                        ? Told.ALREADY
                        : Told.OUTDATED)
                .orElse(Told.NOTHING);
    }

    /**
     * Whether an earlier release printed a series in a cohort, but not of how many learners: as many as now.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @param series the series
     * @return whether any did
     */
    public boolean hasLeftUnsaid(Member member, int c, Series series) {
        long now = member.learners(c, series);
        return figures(member, c, series)
                .filter(then -> then.printed().stream().anyMatch(row -> row.learners() == null))
                .anyMatch(then -> then.counts().orElseThrow().learners() == now);
    }

    /**
     * Whether the figure of a series in a cohort must not be known anew.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @param series the series
     * @return whether it must not
     */
    public boolean isHolding(Member member, int c, Series series) {
        Tally now = member.tally(c, series);
        SetFingerprint set = member.table().cohorts().get(c).sets().get(series.indicatorId());
        return rules.isSubject(series, now)
                && (figures(member, c, series)
                                .anyMatch(then ->
                                        judge("", series, then, now, set).isPresent())
                        || underOtherNames(member, c, series).findAny().isPresent());
    }

    private List<PrimaryReason> reasons(String release, Ledger.Entry entry, Member member, int c) {
        List<PrimaryReason> reasons = new ArrayList<>();
        for (Series series : member.series()) {
            Ledger.Figure figure = entry.figures().get(series.indicatorId());
            Tally now = member.tally(c, series);
            if (figure != null && rules.isSubject(series, now)) {
                SetFingerprint set = member.table().cohorts().get(c).sets().get(series.indicatorId());
                judge(release, series, figure, now, set).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    /**
     * Whether the number of learners of a series in a cohort must not be known anew, whatever its figure is: it was
     * told and has moved by few, or it was not and has not moved.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @param series the series
     * @return whether it must not
     */
    public boolean isHoldingLearners(Member member, int c, Series series) {
        Tally now = member.tally(c, series);
        SetFingerprint set = member.table().cohorts().get(c).sets().get(series.indicatorId());
        return rules.isSubject(series, now)
                && (figures(member, c, series).anyMatch(then -> isHoldingLearners(series, then, now, set))
                        || underOtherNames(member, c, series).findAny().isPresent());
    }

    private boolean isHoldingLearners(
            Series series, Ledger.Figure then, @Nullable Tally now, @Nullable SetFingerprint set) {
        if (then.counts().isEmpty()) {
            return true;
        }
        Movement movement = new Movement(series, then, then.counts().get(), now, set);
        return isOfSomebody(movement, series) && movement.isOfLearners(rules.threshold(series));
    }

    private boolean isOfSomebody(Movement movement, Series series) {
        return !movement.isOfNobody() || rules.isSecretAsZero(series);
    }

    /**
     * What earlier releases withheld of a series in a cohort for what it tells of rates.
     *
     * @param member the table
     * @param c number of the cohort in it
     * @param series the series
     * @return the oldest first
     */
    public Stream<Ledger.Figure> silent(Member member, int c, Series series) {
        return figures(member, c, series).filter(Ledger.Figure::wasSilent);
    }

    /** What earlier releases said of a series in a cohort. */
    private Stream<Ledger.Figure> figures(Member member, int c, Series series) {
        return IntStream.range(0, earlier.size())
                .mapToObj(r -> figure(r, member, c, series))
                .flatMap(Optional::stream);
    }

    private Optional<Ledger.Figure> figure(int release, Member member, int c, Series series) {
        return Optional.ofNullable(entries(release, member.table().id()).get(member.at(c)))
                .map(entry -> entry.figures().get(series.indicatorId()));
    }

    private Optional<PrimaryReason> judge(
            String release, Series series, Ledger.Figure then, @Nullable Tally tally, @Nullable SetFingerprint set) {
        if (then.counts().isEmpty()) {
            return Optional.of(new PrimaryReason.SecretUnmoved(release, series.indicatorId()));
        }
        Movement movement = new Movement(series, then, then.counts().get(), tally, set);
        if (!isOfSomebody(movement, series)) {
            return Optional.empty();
        }
        boolean isExactNow = tally != null && rules.band(series, tally).isEmpty();
        int k = movement.isOfSchools() ? rules.leastSchools() : rules.threshold(series);
        if (then.reach() != Ledger.Reach.NOBODY && movement.isSmall(k, isExactNow)) {
            return Optional.of(new PrimaryReason.Moved(release, series.indicatorId(), movement.before()));
        }
        return movement.isOfSecret(isExactNow)
                ? Optional.of(new PrimaryReason.SecretUnmoved(release, series.indicatorId()))
                : Optional.empty();
    }

    /** What is remembered of a series from each earlier release that had it, the oldest first. */
    Stream<EarlierFigures> figures(Member member, Series series) {
        Set<String> own =
                member.table().series().stream().map(Series::indicatorId).collect(Collectors.toSet());
        return IntStream.range(0, earlier.size())
                .mapToObj(r -> entries(r, member.table().id()))
                .map(entries -> {
                    Map<List<Node>, Optional<Ledger.Figure>> figures = new HashMap<>();
                    entries.forEach((at, entry) -> {
                        if (!Collections.disjoint(own, entry.figures().keySet())) {
                            figures.put(at, Optional.ofNullable(entry.figures().get(series.indicatorId())));
                        }
                    });
                    return new EarlierFigures(
                            figures, MovedNodes.of(member.table().axes(), entries.values()));
                })
                .filter(then -> then.figures().values().stream().anyMatch(Optional::isPresent));
    }

    /**
     * What readers have.
     *
     * @return the releases, the oldest first
     */
    public List<EarlierRelease> earlier() {
        return earlier;
    }

    /**
     * What is remembered of the cohorts of a table from an earlier release.
     *
     * @param release its number, counted from 0
     * @param table identifier of the table
     * @return by where they stand now; empty where the release did not have the table
     */
    public Map<List<Node>, Ledger.Entry> entries(int release, String table) {
        return places.get(release).getOrDefault(table, Map.of());
    }
}
