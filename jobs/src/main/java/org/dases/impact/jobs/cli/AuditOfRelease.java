// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.jobs.audit.Leak;
import org.dases.impact.jobs.audit.PublishedAudit;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.jspecify.annotations.Nullable;

/** Attacks the published tables of a workspace and tells what came of it. */
final class AuditOfRelease {
    private static final int SHOWN = 20;

    private final Console console;
    private final Path published;
    private final @Nullable Long number;

    /** An attack on a release; the last one without a number. */
    AuditOfRelease(Console console, Workspace workspace, @Nullable Long number) {
        this.console = console;
        this.published = new Lake(workspace.lake()).publishedFolder();
        this.number = number;
    }

    /** The exit code: only what was shown to be safe ends as done. All tables where none is named. */
    int attack(List<String> tables) {
        if (!PublishedLake.isAt(published)) {
            NoReleases.check(console, published, number);
            console.json(Map.of("safe", true, "leaks", List.of()));
            console.say("releases.none", published);
            return ExitCode.DONE.code();
        }
        PublishedLake lake = PublishedLake.at(published);
        Release release = number == null ? lake.latest() : lake.release(number);
        for (String table : tables) {
            if (!release.tableIds().contains(table)) {
                throw Failure.configuration(console.messages()
                        .text("audit.noTable", table, release.id(), String.join(", ", release.tableIds())));
            }
        }
        List<String> lacking = new ArrayList<>();
        Optional<Attested> attested = Attested.of(
                published, release, kind -> lacking.add(console.messages().text("verify." + kind)));
        if (attested.isEmpty()) {
            console.json(Map.of("problems", lacking));
            lacking.forEach(each -> console.warn(console.messages().text("audit.noCertificate", release.id(), each)));
            return ExitCode.GATE.code();
        }
        return tell(
                release,
                new PublishedAudit(lake, release, attested.get())
                        .attack(tables.isEmpty() ? release.tableIds() : tables));
    }

    private int tell(Release release, PublishedAudit.Report report) {
        console.json(json(release, report));
        console.say("audit.rows", release.id(), report.cells(), report.withheld(), report.frozen());
        Map<Leak.Kind, List<String>> byKind = new LinkedHashMap<>();
        report.leaks()
                .forEach(leak -> byKind.computeIfAbsent(leak.kind(), kind -> new ArrayList<>())
                        .add(leak.place()));
        byKind.forEach((kind, places) -> {
            console.say("audit.leak." + kind, places.size());
            places.stream().limit(SHOWN).forEach(place -> console.print("  " + place));
            if (places.size() > SHOWN) {
                console.say("audit.more", places.size() - SHOWN);
            }
        });
        if (report.isLeaking()) {
            console.say("audit.published.leak");
            return ExitCode.GATE.code();
        }
        if (!byKind.isEmpty()) {
            console.say("audit.nothing");
            return ExitCode.GATE.code();
        }
        console.say("audit.published.safe");
        return ExitCode.DONE.code();
    }

    private static Map<String, Object> json(Release release, PublishedAudit.Report report) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("release", release.id());
        result.put("safe", report.leaks().isEmpty());
        result.put("leaking", report.isLeaking());
        result.put("rows", report.cells());
        result.put("withheld", report.withheld());
        result.put("frozen", report.frozen());
        result.put(
                "leaks",
                report.leaks().stream()
                        .map(leak -> Map.of("kind", leak.kind().name(), "place", leak.place()))
                        .toList());
        return result;
    }
}
