// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.indicators.disclosure.earlier.KeptTerms;
import org.dases.impact.jobs.compute.ComputeOutcome;
import org.dases.impact.jobs.conform.ConformOutcome;
import org.dases.impact.jobs.export.Export;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.pull.PullOutcome;
import org.dases.impact.jobs.release.LeftOut;
import org.dases.impact.jobs.release.ReleaseOutcome;
import org.dases.impact.jobs.run.RunReport;

/** Tells a person what came of a run: what was refused and why, what is in quarantine, what was published. */
final class RunSummary {
    private final Console console;
    private final Lake lake;
    private final Discreet counts;

    RunSummary(Console console, Lake lake, Discreet counts) {
        this.counts = counts;
        this.console = console;
        this.lake = lake;
    }

    /** The exit code for the worst that happened. */
    static ExitCode code(RunReport report) {
        return switch (report.worst()) {
            case GATE -> ExitCode.GATE;
            case CONTRACT -> ExitCode.CONTRACT;
            case DEFINITION -> ExitCode.CONFIGURATION;
            case SOURCE -> ExitCode.SOURCE;
            case NONE -> ExitCode.DONE;
        };
    }

    void print(RunReport report) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("outcome", report.worst().name().toLowerCase(java.util.Locale.ROOT));
        machine.put("refused", refused(report));
        machine.put("stopped", stopped(report));
        machine.put("unavailable", unavailable(report));
        machine.put("held", held(report));
        machine.put("misfit", misfits(report));
        machine.put("uncomputed", uncomputed(report));
        machine.put("quarantined", quarantined(report));
        machine.put("release", release(report));
        console.json(machine);
        section("run.refused", refused(report));
        section("run.stopped", stopped(report));
        section("run.unavailable", unavailable(report));
        section("run.held", held(report));
        section("run.misfit", misfits(report));
        section("run.uncomputed", uncomputed(report));
        quarantined(report).forEach((dataset, records) -> console.say("run.quarantined", dataset, records));
        report.conformed().stream()
                .filter(RunReport::isAllInQuarantine)
                .map(ConformOutcome.Conformed.class::cast)
                .forEach(each -> console.say(
                        "run.allQuarantined",
                        each.dataset(),
                        String.join(", ", each.counts().quarantined().keySet())));
        report.released().ifPresent(this::tell);
    }

    private void section(String heading, Map<String, List<String>> lines) {
        if (!lines.isEmpty()) {
            console.say(heading);
        }
        lines.forEach((dataset, reasons) -> {
            console.print("  " + dataset);
            reasons.forEach(reason -> console.reason("    - ", reason));
        });
    }

    private static Map<String, List<String>> refused(RunReport report) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        report.pulled().forEach(outcome -> {
            if (outcome instanceof PullOutcome.Refused refused) {
                map.put(refused.dataset(), refused.reasons());
            }
        });
        report.conformed().forEach(outcome -> {
            if (outcome instanceof ConformOutcome.Refused refused) {
                map.putIfAbsent(refused.dataset(), refused.reasons());
            }
        });
        report.left().forEach(map::putIfAbsent);
        return map;
    }

    private static Map<String, List<String>> stopped(RunReport report) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        report.pulled().forEach(outcome -> {
            if (outcome instanceof PullOutcome.Stopped stopped) {
                map.put(
                        stopped.dataset(),
                        stopped.findings().stream().map(Finding::sentence).toList());
            }
        });
        return map;
    }

    private static Map<String, List<String>> unavailable(RunReport report) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        report.pulled().forEach(outcome -> {
            if (outcome instanceof PullOutcome.Unavailable unavailable) {
                map.put(unavailable.dataset(), List.of(unavailable.message()));
            } else if (outcome instanceof PullOutcome.Incomplete incomplete) {
                map.put(
                        incomplete.dataset(),
                        incomplete.faults().stream()
                                .map(fault -> fault.message())
                                .toList());
            }
        });
        return map;
    }

    /** Those that the pull of this run has told of are not told of twice. */
    private static Map<String, List<String>> held(RunReport report) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        report.held().forEach((dataset, each) -> map.put(dataset, List.of(each.reason())));
        map.keySet().removeAll(stopped(report).keySet());
        return map;
    }

    private static Map<String, List<String>> misfits(RunReport report) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        report.conformed().forEach(outcome -> {
            if (outcome instanceof ConformOutcome.Misfit misfit) {
                map.put(misfit.dataset(), misfit.problems());
            }
        });
        return map;
    }

    private static Map<String, List<String>> uncomputed(RunReport report) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        report.computed().forEach(outcome -> {
            if (outcome instanceof ComputeOutcome.Refused refused) {
                map.put(refused.table(), List.of(refused.reason()));
            }
        });
        return map;
    }

    private Map<String, String> quarantined(RunReport report) {
        Map<String, String> map = new LinkedHashMap<>();
        report.conformed().forEach(outcome -> {
            if (outcome instanceof ConformOutcome.Conformed done
                    && done.counts().quarantinedRecords() > 0) {
                map.put(done.dataset(), counts.about(done.counts().quarantinedRecords()));
            }
        });
        return map;
    }

    private static Map<String, Object> release(RunReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        report.released().ifPresent(outcome -> {
            if (outcome instanceof ReleaseOutcome.Released released) {
                map.put("id", released.id());
                map.put("new", true);
                List<Object> tables = new ArrayList<>();
                released.tables()
                        .forEach(table -> tables.add(Map.of(
                                "table", table.id(), "published", table.published(), "withheld", table.withheld())));
                map.put("tables", tables);
                if (!released.kept().isEmpty()) {
                    map.put(
                            "kept",
                            released.kept().stream().map(RunSummary::kept).toList());
                }
            } else if (outcome instanceof ReleaseOutcome.Unchanged unchanged) {
                map.put("id", unchanged.id());
                map.put("new", false);
            } else if (outcome instanceof ReleaseOutcome.Refused refused) {
                map.put("refused", refused.reasons());
            } else if (outcome instanceof ReleaseOutcome.Denied denied) {
                map.put("denied", messages(denied));
            } else if (outcome instanceof ReleaseOutcome.Unledgered lacking) {
                map.put(
                        "unledgered",
                        Map.of(
                                "release",
                                lacking.release(),
                                "lack",
                                lacking.lack().name()));
            }
            if (!outcome.left().isEmpty()) {
                map.put("left", messages(outcome));
            }
        });
        return map;
    }

    private void tell(ReleaseOutcome outcome) {
        if (outcome instanceof ReleaseOutcome.Released released) {
            console.say("run.released", released.id());
            released.tables()
                    .forEach(table -> console.say("run.table", table.id(), table.published(), table.withheld()));
            released.kept().forEach(this::tell);
            console.say("run.where", lake.published());
            console.say("run.export", Export.folder(lake.publishedFolder()));
        } else if (outcome instanceof ReleaseOutcome.Unchanged unchanged) {
            console.say("run.unchanged", unchanged.id());
        } else if (outcome instanceof ReleaseOutcome.Nothing) {
            console.say("run.nothing");
        } else if (outcome instanceof ReleaseOutcome.Refused refused) {
            console.say("run.gate");
            refused.reasons().forEach(reason -> console.reason("  - ", reason));
            refused.cause().ifPresent(console::fault);
        } else if (outcome instanceof ReleaseOutcome.Unledgered lacking) {
            console.say("run.ledger." + lacking.lack(), lacking.release(), lake.ledger(), lake.publishedFolder());
        }
        if (outcome instanceof ReleaseOutcome.Denied) {
            console.say("run.denied");
        } else if (!outcome.left().isEmpty()) {
            console.say("run.left");
        }
        messages(outcome).forEach(reason -> console.reason("  - ", reason));
    }

    private static Map<String, Object> kept(KeptTerms terms) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("table", terms.table());
        map.put("indicator", terms.indicator());
        terms.threshold().ifPresent(k -> map.put("k", k));
        map.put("zerosWithheld", terms.zeros());
        return map;
    }

    private void tell(KeptTerms terms) {
        terms.threshold().ifPresent(k -> console.say("run.keptK", terms.table(), terms.indicator(), k));
        if (terms.zeros()) {
            console.say("run.keptZeros", terms.table(), terms.indicator());
        }
    }

    private static List<String> messages(ReleaseOutcome outcome) {
        return outcome.left().stream().map(LeftOut::message).toList();
    }
}
