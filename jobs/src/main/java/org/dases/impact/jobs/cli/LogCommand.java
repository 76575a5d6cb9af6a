// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.decisions.Break;
import org.dases.impact.jobs.decisions.Decided;
import org.dases.impact.jobs.decisions.DecisionFile;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.LogEntry;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.SparkStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was decided under the contracts, for those who gave the data. */
@Command(
        name = "log",
        description =
                "Show what was decided under the contracts, export it for one of them, or check the log; code 4 where it"
                        + " is broken.")
final class LogCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--contract",
            paramLabel = "ID",
            descriptionKey = "log.contract",
            description = "Decisions under this contract only.")
    @Nullable String contract;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            descriptionKey = "log.out",
            description = "Write the entries to a file, as JSON.")
    @Nullable Path out;

    @Option(
            names = "--verify",
            descriptionKey = "log.verify",
            description = "Check that no entry was changed, added, removed or moved; code 4 where one was.")
    boolean verify;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        Lake lake = new Lake(workspace.read().lake());
        boolean lent = SparkStart.isStarted();
        SparkSession spark = SparkStart.session("log");
        try {
            DecisionLog log = new DecisionLog(spark, lake);
            return (verify || log.check().isPresent() ? check(console, log) : show(console, log.entries())).code();
        } finally {
            if (!lent) {
                spark.stop();
            }
        }
    }

    /** What a broken log says is not shown or exported either. */
    private static ExitCode check(Console console, DecisionLog log) {
        Optional<Break> broken = log.check();
        long entries = log.entries().size();
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("whole", broken.isEmpty());
        machine.put("entries", entries);
        broken.ifPresent(each -> {
            machine.put("broken", each.kind().name());
            machine.put("number", each.number());
        });
        console.json(machine);
        broken.ifPresentOrElse(
                each -> console.say("log.broken." + each.kind(), Long.toString(each.number())),
                () -> console.say("log.whole", entries));
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.GATE;
    }

    private ExitCode show(Console console, List<LogEntry> all) throws IOException {
        List<LogEntry> asked = all.stream()
                .filter(entry -> contract == null || entry.decided().contract().equals(contract))
                .toList();
        Map<String, Object> export = export(all, asked);
        if (out != null) {
            DecisionFile.write(out, export);
            console.say("log.written", asked.size(), out);
        }
        console.json(export);
        if (out == null) {
            asked.forEach(entry -> print(console, entry));
        }
        if (asked.isEmpty()) {
            console.say("log.none");
        }
        return ExitCode.DONE;
    }

    private static void print(Console console, LogEntry entry) {
        Decided decided = entry.decided();
        String word = console.messages().text(decided.permitted() ? "contract.permits" : "contract.denies");
        console.print(entry.number() + "  " + decided.at() + "  " + decided.point() + "  " + word + "  "
                + decided.dataset() + "  " + decided.action() + "  " + decided.contract());
        decided.reasons().forEach(reason -> console.reason("    ", reason));
    }

    private Map<String, Object> export(List<LogEntry> all, List<LogEntry> asked) {
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("contract", contract);
        export.put("entries_in_log", all.size());
        export.put(
                "head", all.isEmpty() ? LogEntry.START : all.get(all.size() - 1).hash());
        List<Object> entries = new ArrayList<>();
        asked.forEach(entry -> entries.add(DecisionFile.entry(entry)));
        export.put("entries", entries);
        return export;
    }
}
