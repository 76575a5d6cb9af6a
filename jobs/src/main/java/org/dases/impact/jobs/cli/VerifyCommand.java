// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.export.Export;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.verify.Finding;
import org.dases.impact.jobs.verify.Verifier;
import org.dases.impact.notebooks.PublishedLake;
import org.dases.impact.notebooks.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks releases against their certificates, from the published zone alone and without Spark. */
@Command(
        name = "verify",
        description = "Check releases against their certificates, from the published tables alone: hashes, chain, small"
                + " numbers, sums, and differences to earlier releases.")
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RELEASE",
            descriptionKey = "verify.release",
            description = "Number of the release; default: all releases.")
    @Nullable Long number;

    @Override
    public Integer call() {
        Console console = common.console();
        Path published = new Lake(workspace.read().lake()).publishedFolder();
        if (!PublishedLake.isAt(published)) {
            NoReleases.check(console, published, number);
            console.json(Map.of("verified", true, "releases", List.of()));
            console.say("releases.none", published);
            return ExitCode.DONE.code();
        }
        PublishedLake lake = PublishedLake.at(published);
        List<Release> asked = number == null ? lake.releases() : List.of(lake.release(number));
        Map<Release, List<Finding>> found = new LinkedHashMap<>();
        List<Finding> all = new ArrayList<>(new Verifier(published).verify());
        if (!asked.isEmpty()) {
            addExports(published, lake.latest(), all);
        }
        asked.forEach(release -> found.put(
                release,
                all.stream()
                        .filter(finding -> finding.release() == release.id())
                        .toList()));
        boolean holds = found.values().stream().allMatch(List::isEmpty);
        console.json(Map.of("verified", holds, "releases", json(found)));
        found.forEach((release, findings) -> tell(console, release, findings));
        return (holds ? ExitCode.DONE : ExitCode.GATE).code();
    }

    /** Files show what the tables say, so that they say nothing new where these are wrong. */
    private static void addExports(Path published, Release last, List<Finding> all) {
        if (all.stream().noneMatch(finding -> finding.release() == last.id())) {
            Export.changed(published, last).forEach(file -> all.add(new Finding(last.id(), Finding.Kind.EXPORT, file)));
        }
    }

    private static void tell(Console console, Release release, List<Finding> findings) {
        if (findings.isEmpty()) {
            console.say("verify.holds", release.id(), release.tables().size());
            return;
        }
        console.say("verify.fails", release.id(), findings.size());
        findings.stream()
                .limit(SHOWN)
                .forEach(finding ->
                        console.print("  - " + console.messages().text("verify." + finding.kind(), finding.place())));
        if (findings.size() > SHOWN) {
            console.say("audit.more", findings.size() - SHOWN);
        }
    }

    private static List<Object> json(Map<Release, List<Finding>> found) {
        List<Object> releases = new ArrayList<>();
        found.forEach((release, findings) -> {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("release", release.id());
            each.put("verified", findings.isEmpty());
            each.put(
                    "findings",
                    findings.stream()
                            .map(finding -> Map.of("kind", finding.kind().name(), "place", finding.place()))
                            .toList());
            releases.add(each);
        });
        return releases;
    }
}
