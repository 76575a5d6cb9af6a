// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dases.impact.jobs.verify.Finding.Kind;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.LakeException;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.dases.impact.notebooks.ReleasedTable;

/**
 * Checks releases against their certificates: hashes and chain, no row about fewer persons than k, no number in a
 * confidential row, sums, and what earlier releases told.
 */
public final class Verifier {
    private static final String NO_HEAD = "0".repeat(64);

    private final Path published;
    private final PublishedLake lake;
    private final List<Finding> findings = new ArrayList<>();
    private final Earlier earlier = new Earlier();
    private String head = NO_HEAD;

    /**
     * A verifier.
     *
     * @param published root of the published zone, which has a release
     */
    public Verifier(Path published) {
        this.published = published;
        this.lake = PublishedLake.at(published);
    }

    /**
     * Checks all releases in their order, since each one goes on from the one before.
     *
     * @return what does not hold; empty if all holds
     */
    public List<Finding> verify() {
        for (Release release : lake.releases()) {
            Optional<Attested> attested =
                    Attested.of(published, release, lacking -> findings.add(new Finding(release.id(), lacking, "")));
            attested.ifPresent(certificate -> verify(release, certificate));
            head = attested.map(Attested::head).orElse(head);
        }
        return List.copyOf(findings);
    }

    private void verify(Release release, Attested attested) {
        check(attested.hasItsPolicy(), release, Kind.POLICY, "");
        boolean isOfRelease = attested.release() == release.id()
                && attested.releasedAt().equals(release.releasedAt().toString());
        check(isOfRelease && attested.hasItsHead(), release, Kind.HEAD, "");
        check(attested.previous().equals(head), release, Kind.CHAIN, "");
        check(attested.tables().equals(new TreeSet<>(release.tableIds())), release, Kind.TABLES, "");
        List<Printed> all = new ArrayList<>();
        for (ReleasedTable table : release.tables()) {
            try {
                all.addAll(verify(release, table, attested));
            } catch (LakeException e) {
                findings.add(new Finding(release.id(), Kind.UNREADABLE, table.id() + ": " + e.getMessage()));
            }
        }
        earlier.add(release.releasedAt(), all);
    }

    private List<Printed> verify(Release release, ReleasedTable table, Attested attested) {
        String id = table.id();
        Figures figures = lake.table(id, release.id());
        check(Hash.of(figures).equals(attested.hash(id)), release, Kind.ROWS, id);
        List<Attested.Axis> axes = attested.axes(id);
        List<Printed> rows =
                figures.rows().stream().map(row -> Printed.of(id, axes, row)).toList();
        check(counted(rows).equals(attested.figures(id)), release, Kind.FIGURES, id);
        for (Printed row : rows) {
            verify(release, row, attested);
        }
        List<Printed> measured = rows.stream()
                .filter(row -> attested.isMeasured(id, row.indicator()))
                .toList();
        new Sums(axes, indicator -> attested.adds(id, indicator), measured)
                .misfits()
                .forEach(row -> findings.add(new Finding(release.id(), Kind.SUM, row.place())));
        return rows;
    }

    private void verify(Release release, Printed row, Attested attested) {
        long k = attested.k(row.table(), row.indicator());
        long learners = row.learners().orElse(0);
        check(row.isFree() || !row.hasNumber(), release, Kind.NUMBER_IN_SECRET, row.place());
        check(learners == 0 || learners >= k, release, Kind.SMALL, row.place());
        check(!row.isFrozen() || earlier.printed(row), release, Kind.FROZEN, row.place());
        boolean isNear = row.isFresh() && attested.isMeasured(row.table(), row.indicator()) && earlier.isNear(row, k);
        check(!isNear, release, Kind.DIFFERENCE, row.place());
    }

    private static Map<String, Long> counted(List<Printed> rows) {
        return Map.of(
                "rows", (long) rows.size(),
                "published", rows.stream().filter(Printed::isFree).count(),
                "frozen", rows.stream().filter(Printed::isFrozen).count(),
                "withheld", rows.stream().filter(row -> !row.isFree()).count());
    }

    private void check(boolean holds, Release release, Kind kind, String place) {
        if (!holds) {
            findings.add(new Finding(release.id(), kind, place));
        }
    }
}
