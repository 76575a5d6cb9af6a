// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dases.impact.connectors.landing.PullState;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.MappingProblem;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.indicators.canonical.SchoolYear;
import org.dases.impact.indicators.canonical.spark.ConformScope;
import org.dases.impact.indicators.canonical.spark.ConformSettings;
import org.dases.impact.indicators.canonical.spark.Conformed;
import org.dases.impact.indicators.canonical.spark.Conformer;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.EngineVersion;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.job.Lanes;
import org.dases.impact.jobs.lake.Commits;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Digest;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.pull.HeldBack;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.MappingPlaces;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Settings;

/**
 * Conforms what was landed since the last time. The school years that new records touch are recomputed from all landed
 * records of the dataset and overwritten in one commit a table, so that doing it twice gives the same rows. All years
 * are recomputed where landed rows have gone, or mapping, settings or engine have changed.
 */
public final class ConformJob {
    private final JobContext context;
    private final Conformer conformer;
    private final Canonical canonical;
    private final RunLog log;

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace, contracts
     * @param key secret of the pseudonyms
     */
    public ConformJob(JobContext context, PseudonymKey key) {
        Settings settings = context.workspace().settings();
        this.context = context;
        this.conformer = new Conformer(
                context.spark(),
                new ConformSettings(settings.timeZone(), settings.schoolYearStart(), key, settings.lateDays()));
        this.canonical = new Canonical(context.spark(), context.lake());
        this.log = new RunLog(context.spark(), context.lake().conformed(RunLog.TABLE));
    }

    /**
     * Conforms.
     *
     * @param datasets which
     * @return an outcome a dataset, in their order
     */
    public List<ConformOutcome> run(List<Dataset> datasets) {
        Map<String, RunLog.Last> last = log.last();
        return Lanes.on(context.spark())
                .each(
                        datasets,
                        dataset -> context.contracts()
                                .at(EnforcementPoint.COMPUTE)
                                .decide(dataset, Action.READ, context.clock().instant())
                                .match(
                                        permit -> conform(dataset, Optional.ofNullable(last.get(dataset.name()))),
                                        denial -> new ConformOutcome.Refused(dataset.name(), denial.reasons())));
    }

    private ConformOutcome conform(Dataset dataset, Optional<RunLog.Last> before) {
        String path = context.lake().landed() + "/" + dataset.name();
        Optional<Commits> commits = Commits.of(context.spark(), path);
        if (commits.isEmpty()) {
            return new ConformOutcome.Nothing(dataset.name());
        }
        PullState pull = HeldBack.state(context, dataset);
        if (!pull.isSound()) {
            return new ConformOutcome.Held(dataset.name());
        }
        org.apache.spark.sql.Dataset<Row> landed = whole(path, pull.unread());
        Mapping mapping = Mappings.of(dataset, context.contracts().pseudonymDomain(dataset));
        List<MappingProblem> problems = conformer.check(mapping, landed.schema());
        if (!problems.isEmpty()) {
            return new ConformOutcome.Misfit(
                    dataset.name(),
                    MappingPlaces.of(context.workspace(), dataset, problems).stream()
                            .map(Problem::text)
                            .toList());
        }
        RunLog.Last now = now(commits.get(), mapping, pull.unread());
        if (before.filter(now::isSameAs).isPresent()) {
            return new ConformOutcome.Unchanged(dataset.name());
        }
        ConformScope scope = scope(landed, mapping, commits.get(), before, now);
        if (before.isPresent() && scope.schoolYears().isEmpty()) {
            canonical.removeFromOthers(mapping.tables().keySet(), dataset.name());
        }
        return conform(dataset, mapping, landed, scope, now);
    }

    /** Landed rows without those of files that were not read to their end. */
    private org.apache.spark.sql.Dataset<Row> whole(String path, SortedSet<String> unread) {
        org.apache.spark.sql.Dataset<Row> landed =
                DeltaTables.read(context.spark(), path).orElseThrow();
        return unread.isEmpty()
                ? landed
                : landed.filter(functions.not(functions.col("_slice").isin(unread.toArray())));
    }

    /** Other files left out are other rows to conform, of whatever age. */
    private RunLog.Last now(Commits commits, Mapping mapping, SortedSet<String> unread) {
        List<String> parts = new ArrayList<>(
                List.of(mapping.toString(), context.workspace().settings().toString()));
        parts.addAll(unread);
        return new RunLog.Last(
                commits.table(),
                commits.last(),
                Digest.of(parts),
                EngineVersion.text(),
                context.clock().instant());
    }

    private ConformOutcome conform(
            Dataset dataset,
            Mapping mapping,
            org.apache.spark.sql.Dataset<Row> landed,
            ConformScope scope,
            RunLog.Last now) {
        try (Progress.Step step = context.progress().step("conform " + dataset.name(), 0);
                Conformed conformed = conformer.conform(landed, mapping, scope)) {
            Optional<List<String>> years =
                    scope.schoolYears().map(each -> each.stream().sorted().toList());
            conformed.tables().forEach((table, rows) -> canonical.replace(table, dataset.name(), rows, years));
            canonical.quarantine(dataset.name(), conformed.quarantine());
            log.append(new RunLog.Entry(
                    dataset.name(),
                    dataset.provider(),
                    today(now.at()),
                    schoolYear(now.at()),
                    conformed.counts(),
                    scope.countedAfter().isEmpty(),
                    now));
            step.done(Told.of(
                    conformed.counts(),
                    new Discreet(context.workspace().settings().thresholds().learners())));
            return new ConformOutcome.Conformed(dataset.name(), conformed.counts());
        }
    }

    /**
     * What is to be done again. Another mapping makes other rows and other counts of all records. Where landed rows
     * have gone, such as those of a file that was replaced, nobody can tell which school years had them; and another
     * engine may make other rows of the same: then all years are recomputed, but records counted before are not counted
     * again.
     */
    private ConformScope scope(
            org.apache.spark.sql.Dataset<Row> landed,
            Mapping mapping,
            Commits commits,
            Optional<RunLog.Last> last,
            RunLog.Last now) {
        Optional<RunLog.Last> before = last.filter(now::readsTheSame);
        if (before.isEmpty()) {
            return ConformScope.everything();
        }
        Instant since = before.get().at();
        boolean grown = before.get().engine().equals(now.engine())
                && commits.onlyAddedSince(before.get().landedVersion());
        return new ConformScope(
                grown ? Optional.of(conformer.affectedYears(landed, since, mapping)) : Optional.empty(),
                Optional.of(since));
    }

    private LocalDate today(Instant at) {
        return at.atZone(context.workspace().settings().timeZone()).toLocalDate();
    }

    private String schoolYear(Instant at) {
        return SchoolYear.of(today(at), context.workspace().settings().schoolYearStart())
                .label();
    }
}
