// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.jobs.aggregate.AggregateAudit;
import org.dases.impact.jobs.aggregate.AuditRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The attacker alone, on published tables or on a table that was printed as a file. */
@Command(
        name = "audit",
        description = "Attack published tables, or a printed table (CSV and hierarchies): say what leaks and how.")
final class AuditCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TABLE|FILE.csv",
            descriptionKey = "audit.what",
            description =
                    "A published table; default: all of the release. Or, with hierarchies, a file with a row a cell:"
                            + " the finest columns of the hierarchies, freq (left aside where suppressed), suppressed (and"
                            + " primary, frozen); or, without suppressed, inner cells that are all printed.")
    @Nullable String what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "HIER.json",
            descriptionKey = "gate.hierarchies",
            description = "Hierarchies: for each dimension its columns (cols) and its tree from the total down.")
    @Nullable Path hierarchies;

    @Option(
            names = "--release",
            paramLabel = "N",
            descriptionKey = "audit.release",
            description = "Number of the release whose tables are attacked; default: the last one.")
    @Nullable Long release;

    @Option(
            names = "--k",
            converter = Threshold.class,
            paramLabel = "N",
            descriptionKey = "audit.k",
            description = "Least number of persons in a cell of a file; 5 or more. Of published tables the release says"
                    + " it.")
    @Nullable Integer k;

    @Option(
            names = "--previous",
            paramLabel = "FILE.csv",
            descriptionKey = "audit.previous",
            description = "What an earlier release of the table printed; repeatable, the oldest first. Found are counts"
                    + " that differ from one release to another by fewer than k.")
    List<Path> previous = new ArrayList<>();

    @Option(
            names = "--witnesses",
            paramLabel = "FILE.csv",
            descriptionKey = "audit.witnesses",
            description =
                    "Restricted file that `impact gate --witnesses` wrote with a file: it decides where the table is"
                            + " too large for the attack. Each witness is checked against what is printed.")
    @Nullable Path witnesses;

    @Option(
            names = "--zeros",
            paramLabel = "publish|withhold",
            descriptionKey = "audit.zeros",
            description = "Whether a zero in a file may be known; default: publish. Of published tables the release"
                    + " says it.")
    @Nullable Zeros zeros;

    @Option(
            names = "--strict",
            descriptionKey = "audit.strict",
            description = "Reckon that a cell of a file that is withheld is not empty, as zeros are printed: for what"
                    + " `impact gate --repair strict` wrote.")
    boolean strict;

    @Override
    public Integer call() {
        Console console = common.console();
        if (isForFiles() && hierarchies == null) {
            throw Failure.configuration(console.messages().text("audit.noHierarchies"));
        }
        if (release != null && hierarchies != null) {
            throw Failure.configuration(console.messages().text("audit.noRelease"));
        }
        if (what == null || hierarchies == null) {
            return new AuditOfRelease(console, workspace.read(), release)
                    .attack(what == null ? List.of() : List.of(what));
        }
        if (strict && zeros == Zeros.WITHHOLD) {
            throw Failure.configuration(console.messages().text("audit.strictZeros"));
        }
        if (k == null) {
            throw Failure.configuration(console.messages().text("audit.noK"));
        }
        if (k < Rules.FLOOR) {
            throw Failure.configuration(console.messages().text("gate.floor", k, Rules.FLOOR));
        }
        Zeros known = Objects.requireNonNullElse(zeros, Zeros.PUBLISH);
        AuditRequest request = new AuditRequest(
                Path.of(what), hierarchies, previous, Optional.ofNullable(witnesses), k, known, strict);
        return new AuditOfFiles(console, k).tell(new AggregateAudit(request).run());
    }

    private boolean isForFiles() {
        return k != null || zeros != null || witnesses != null || strict || !previous.isEmpty();
    }
}
