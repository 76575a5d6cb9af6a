// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.release.RestingTable;
import org.dases.impact.jobs.retain.Purged;
import org.dases.impact.jobs.retain.RetainReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Purges what contracts do not allow to keep any more. */
@Command(
        name = "retain",
        description = "Purge the rows that contracts do not allow to keep any more, from every file of the lake.")
final class RetainCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--dry-run",
            descriptionKey = "retain.dryRun",
            description = "Say what would be purged and why; change nothing.")
    boolean dryRun;

    @Option(
            names = "--gone",
            paramLabel = "CONTRACT_ID",
            descriptionKey = "retain.gone",
            description = "Purge also the rows of this contract, whose file is gone for good; may be repeated.")
    Set<String> gone = new TreeSet<>();

    @Mixin
    WaitOption wait = new WaitOption();

    @Override
    public Integer call() {
        Console console = common.console();
        Runs runs = new Runs(workspace.read(), console);
        RetainReport report = dryRun ? runs.planRetention(gone) : runs.retain(gone, wait.duration());
        console.json(machine(report));
        print(console, report);
        return (report.unclear().isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION).code();
    }

    private void print(Console console, RetainReport report) {
        String tense = dryRun ? "would" : "done";
        if (report.purged().isEmpty()) {
            console.say("retain.nothing");
        }
        for (Purged each : report.purged()) {
            console.say("retain.purged." + tense, each.dataset(), each.contract(), each.landed(), each.conformed());
            each.before().ifPresent(before -> console.say("retain.before", before.toString()));
            console.say("retain.cause." + each.cause(), each.reason());
        }
        if (!report.cells().isEmpty()) {
            console.say("retain.cells." + tense, String.join(", ", report.cells()));
        }
        byRelease(report.releases())
                .forEach((release, tables) -> console.say("retain.release", release, String.join(", ", tables)));
        if (!report.releases().isEmpty()) {
            console.say("retain.history");
        }
        report.unclear().forEach(reason -> console.print(console.messages().text("retain.unclear", reason)));
    }

    private static SortedMap<Long, SortedSet<String>> byRelease(List<RestingTable> resting) {
        SortedMap<Long, SortedSet<String>> releases = new TreeMap<>();
        resting.forEach(each -> releases.computeIfAbsent(each.release(), release -> new TreeSet<>())
                .add(each.table()));
        return releases;
    }

    private Map<String, Object> machine(RetainReport report) {
        List<Object> purged = new ArrayList<>();
        for (Purged each : report.purged()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("dataset", each.dataset());
            one.put("contract", each.contract());
            one.put("contract_sha256", each.versions());
            one.put("cause", each.cause().name());
            one.put("reason", each.reason());
            one.put("before", each.before().map(Instant::toString).orElse(null));
            one.put("landed", each.landed());
            one.put("conformed", each.conformed());
            purged.add(one);
        }
        List<Object> releases = new ArrayList<>();
        for (RestingTable each : report.releases()) {
            releases.add(Map.of("release", each.release(), "table", each.table(), "dataset", each.dataset()));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dry_run", dryRun);
        map.put("purged", purged);
        map.put("cells", report.cells());
        map.put("releases", releases);
        map.put("unclear", report.unclear());
        return map;
    }
}
