// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.cells.Tally;
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
final class Guard {
    private final List<EarlierRelease> earlier;
    private final PrimaryRules rules;
    private final List<Map<String, Map<List<Node>, Ledger.Entry>>> places = new ArrayList<>();

    /**
     * A guard over what readers have.
     *
     * @param earlier releases, the oldest first
     */
    Guard(List<EarlierRelease> earlier, PrimaryRules rules) {
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
     * The table with all cohorts that were secret once: one that is not listed would be known to be a zero. What a
     * larger k has protected stays so: it is the least that holds for its series. So do zeros that were secret.
     */
    CellTable complete(CellTable table) {
        Set<List<Node>> listed = new HashSet<>();
        table.cohorts().forEach(cohort -> listed.add(cohort.at()));
        List<Cohort> cohorts = new ArrayList<>(table.cohorts());
        for (int r = 0; r < earlier.size(); r++) {
            for (Ledger.Entry entry : entries(r, table.id()).values()) {
                boolean wasSecret =
                        entry.figures().values().stream().anyMatch(figure -> figure.reach() != Ledger.Reach.READERS);
                if (wasSecret && entry.at().size() == table.axes().size() && listed.add(entry.at())) {
                    cohorts.add(new Cohort(entry.at(), Map.of()));
                }
            }
        }
        return new CellTable(
                table.id(),
                table.axes(),
                table.series().stream()
                        .map(series -> onTermsOfBefore(table, series))
                        .toList(),
                cohorts);
    }

    /**
     * What goes on to hold for a table although less is asked by now.
     *
     * @param asked the table as it was submitted
     */
    List<KeptTerms> kept(CellTable asked) {
        List<KeptTerms> kept = new ArrayList<>();
        for (Series series : asked.series()) {
            Series held = onTermsOfBefore(asked, series);
            if (!held.equals(series)) {
                boolean isMore = held.minimumContributors() > series.minimumContributors();
                kept.add(new KeptTerms(
                        asked.id(),
                        series.indicatorId(),
                        isMore ? OptionalInt.of(rules.threshold(held)) : OptionalInt.empty(),
                        held.sensitive() != series.sensitive()));
            }
        }
        return kept;
    }

    private Series onTermsOfBefore(CellTable table, Series series) {
        Ledger.Terms terms = IntStream.range(0, earlier.size())
                .mapToObj(r -> entries(r, table.id()).values().stream())
                .flatMap(entries -> entries)
                .map(entry -> entry.figures().get(series.indicatorId()))
                .filter(Objects::nonNull)
                .map(Ledger.Figure::terms)
                .reduce(Ledger.Terms.UNKNOWN, Ledger.Terms::and);
        return series.with(
                terms.threshold() > rules.threshold(series) ? terms.threshold() : series.minimumContributors(),
                series.sensitive() || (terms.isZeroSecret() && !rules.isSecretAsZero(series)));
    }

    /** Whether a cohort must not be known anew. */
    boolean isHolding(Member member, int c) {
        return !earlier.isEmpty() && !reasons(member, c).isEmpty();
    }

    /** Why a cohort must not be known anew; empty if it may. */
    List<PrimaryReason> reasons(Member member, int c) {
        List<PrimaryReason> reasons = new ArrayList<>();
        for (int r = 0; r < earlier.size(); r++) {
            Ledger.Entry entry = entries(r, member.table().id()).get(member.at(c));
            if (entry != null) {
                reasons.addAll(reasons(earlier.get(r).id(), entry, member, c));
            }
        }
        return reasons;
    }

    /** What earlier releases printed of a series in a cohort. */
    Stream<ClearedRow> printed(Member member, int c, Series series) {
        return figures(member, c, series).flatMap(then -> then.printed().stream());
    }

    /** What readers have of a cohort: what they miss most of any series. */
    Told told(Member member, int c) {
        return member.series().stream()
                .map(series -> told(member, c, series))
                .min(Comparator.naturalOrder())
                .orElse(Told.NOTHING);
    }

    /** What readers have of a series in a cohort, by the last figure of it that was printed. */
    Told told(Member member, int c, Series series) {
        return figures(member, c, series)
                .filter(then -> then.printed().isPresent())
                .reduce((before, after) -> after)
                .map(then -> then.counts().orElseThrow().learners() == member.learners(c, series)
                        ? Told.ALREADY
                        : Told.OUTDATED)
                .orElse(Told.NOTHING);
    }

    /** Whether an earlier release printed a series in a cohort, but not of how many learners: as many as now. */
    boolean hasLeftUnsaid(Member member, int c, Series series) {
        long now = member.learners(c, series);
        return figures(member, c, series)
                .filter(then -> then.printed().stream().anyMatch(row -> row.learners() == null))
                .anyMatch(then -> then.counts().orElseThrow().learners() == now);
    }

    /** Whether the figure of a series in a cohort must not be known anew. */
    boolean isHolding(Member member, int c, Series series) {
        Tally now = member.tally(c, series);
        SetFingerprint set = member.table().cohorts().get(c).sets().get(series.indicatorId());
        return rules.isSubject(series, now)
                && figures(member, c, series)
                        .anyMatch(then -> judge("", series, then, now, set).isPresent());
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
     */
    boolean isHoldingLearners(Member member, int c, Series series) {
        Tally now = member.tally(c, series);
        SetFingerprint set = member.table().cohorts().get(c).sets().get(series.indicatorId());
        return rules.isSubject(series, now)
                && figures(member, c, series).anyMatch(then -> isHoldingLearners(series, then, now, set));
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

    /** What earlier releases withheld of a series in a cohort for what it tells of rates. */
    Stream<Ledger.Figure> silent(Member member, int c, Series series) {
        return figures(member, c, series).filter(Ledger.Figure::wasSilent);
    }

    /** What earlier releases said of a series in a cohort. */
    private Stream<Ledger.Figure> figures(Member member, int c, Series series) {
        return IntStream.range(0, earlier.size())
                .mapToObj(r -> entries(r, member.table().id()).get(member.at(c)))
                .filter(Objects::nonNull)
                .map(entry -> entry.figures().get(series.indicatorId()))
                .filter(Objects::nonNull);
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

    /** The tables as a reader sees them: what is withheld now but was printed before is shown as it was. */
    List<ClearedTable> freeze(List<ClearedTable> tables, PatternPlaces patterns) {
        return earlier.isEmpty()
                ? tables
                : tables.stream()
                        .map(table -> new ClearedTable(
                                table.id(),
                                table.axes(),
                                table.rows().stream()
                                        .map(row ->
                                                row.status() == ConfStatus.C ? freeze(table.id(), row, patterns) : row)
                                        .toList()))
                        .toList();
    }

    /** The last fresh row of a figure, with its date; the row itself if none may be printed again. */
    private ClearedRow freeze(String table, ClearedRow row, PatternPlaces patterns) {
        for (int r = earlier.size() - 1; r >= 0; r--) {
            Ledger.Entry entry = entries(r, table).get(row.at());
            Ledger.Figure figure =
                    entry == null ? null : entry.figures().get(row.series().indicatorId());
            if (figure != null && figure.printed().isPresent() && earlier.get(r).isReprintable()) {
                Ledger.Counts then = figure.counts().orElseThrow();
                return new Reprint(figure).isAllowed(rules, row.series())
                                && patterns.of(table, row.at(), row.series())
                                        .allMatch(place -> place.isReprintable(row.series(), then, rules))
                        ? figure.printed().get().frozen(earlier.get(r).at())
                        : row;
            }
        }
        return row;
    }

    /**
     * What is remembered of a series from each earlier release, the oldest first: all cohorts of the table that it
     * listed, with the figure where there is one.
     */
    Stream<Map<List<Node>, Optional<Ledger.Figure>>> figures(Member member, Series series) {
        return IntStream.range(0, earlier.size())
                .mapToObj(r -> entries(r, member.table().id()))
                .map(entries -> {
                    Map<List<Node>, Optional<Ledger.Figure>> figures = new HashMap<>();
                    entries.forEach((at, entry) ->
                            figures.put(at, Optional.ofNullable(entry.figures().get(series.indicatorId()))));
                    return figures;
                });
    }

    private Map<List<Node>, Ledger.Entry> entries(int release, String table) {
        return places.get(release).getOrDefault(table, Map.of());
    }
}
