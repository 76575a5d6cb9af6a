// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.landing.PullState.Standing;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.screening.Screen;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Checkpoint;
import org.dases.impact.connectors.source.Checkpoints;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.Plan;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.Shape;
import org.dases.impact.connectors.source.Slice;
import org.dases.impact.connectors.source.SliceReader;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;

/** One pull of one dataset, from the first look at the source to the last commit. */
final class DatasetLanding {
    private final DatasetPull pull;
    private final PullRequest request;
    private final LandedTable table;
    private final Instant pulledAt;
    private final LandingProgress progress;
    private final Backoff backoff;
    private final Tally tally = new Tally();
    private final List<SliceFault> faults = new ArrayList<>();
    private final Map<Shape, Screen> screens = new HashMap<>();
    private final Map<String, String> committedVersions = new HashMap<>();
    private final SortedSet<String> unread = new TreeSet<>();
    private Lease lease;
    private Pending pending;
    private long version;

    DatasetLanding(DatasetPull pull, LandedTable table, Instant pulledAt, LandingProgress progress, Backoff backoff) {
        this.pull = pull;
        this.request = pull.request();
        this.table = table;
        this.pulledAt = pulledAt;
        this.progress = progress;
        this.backoff = backoff;
        this.lease = pull.lease();
        this.pending = new Pending(request.batchRecords());
    }

    LandingOutcome run() {
        version = table.version();
        PullState last = table.state();
        // What a killed pull left may be what the screening is about to stop.
        long base = last.isSound() || last.standing() == Standing.UNKNOWN ? version : last.base();
        Checkpoints checkpoints = table.checkpoints();
        checkpoints.bySlice().values().forEach(this::note);
        Plan plan = retried(() -> pull.connector().plan(request, checkpoints));
        if (!plan.slices().isEmpty()) {
            table.requireWritable();
            table.mark(PullState.of(Standing.BEGUN, base));
            // A slice that is to be read anew is superseded, whatever is landed of it.
            plan.slices().forEach(slice -> unread.add(slice.id()));
        }
        List<Finding> findings = readAll(plan.slices());
        if (!findings.isEmpty()) {
            progress.screened(request.dataset(), findings);
            table.mark(PullState.of(Standing.STOPPED, base));
            if (version != base) {
                table.restore(base);
            }
            return new LandingOutcome.Stopped(request.dataset(), findings);
        }
        PullState now = new PullState(Standing.ENDED, version, unread);
        if (!plan.slices().isEmpty() || (last.standing() != Standing.NONE && !now.equals(last))) {
            table.mark(now);
        }
        LandingReport report = tally.report(request.dataset(), plan.unchanged());
        return faults.isEmpty() ? new LandingOutcome.Landed(report) : new LandingOutcome.Incomplete(report, faults);
    }

    private void note(Checkpoint committed) {
        committedVersions.put(committed.slice(), committed.version());
        if (committed.done()) {
            unread.remove(committed.slice());
        } else {
            unread.add(committed.slice());
        }
    }

    private List<Finding> readAll(List<Slice> slices) {
        for (Slice slice : slices) {
            try {
                List<Finding> findings = read(slice);
                if (!findings.isEmpty()) {
                    return findings;
                }
            } catch (SourceException e) {
                faults.add(new SliceFault(slice.id(), e.fault(), String.valueOf(e.getMessage())));
                if (e.fault() == Fault.CONTRACT_LOST) {
                    return List.of();
                }
                if (e.fault() != Fault.DATA && e.fault() != Fault.PERMANENT) {
                    break;
                }
            }
        }
        try {
            commit();
        } catch (SourceException e) {
            faults.add(new SliceFault("", e.fault(), String.valueOf(e.getMessage())));
        }
        return List.of();
    }

    /** Reads a slice to its end, and again from the last batch when the source fails in a passing way. */
    private List<Finding> read(Slice slice) {
        Slice from = slice;
        int failures = 0;
        while (true) {
            lease = lease.renew();
            try (SliceReader reader = pull.connector().open(from, request, lease)) {
                Optional<Batch> next = reader.next();
                while (next.isPresent()) {
                    Batch batch = next.get();
                    List<Finding> findings = take(batch);
                    if (!findings.isEmpty()) {
                        return findings;
                    }
                    if (batch.after().done()) {
                        return List.of();
                    }
                    from = new Slice(slice.id(), slice.version(), Optional.of(batch.after()));
                    failures = 0;
                    lease = lease.renew();
                    next = reader.next();
                }
                return List.of();
            } catch (SourceException e) {
                failures++;
                pauseOrGiveUp(e, failures);
            }
        }
    }

    private List<Finding> take(Batch batch) {
        Screen screen = screens.computeIfAbsent(batch.shape(), shape -> Screen.of(shape, pull.screening()));
        requireNoReservedName(batch);
        batch.records().forEach(screen::inspect);
        if (!screen.findings().isEmpty()) {
            return screen.findings();
        }
        String slice = batch.after().slice();
        String committed = committedVersions.get(slice);
        boolean continues = batch.after().version().equals(committed);
        boolean replaces = committed != null && !continues;
        if (!pending.accepts(batch, replaces, continues)) {
            commit();
        }
        pending.add(batch, replaces, continues);
        committedVersions.put(slice, batch.after().version());
        if (pending.isFull()) {
            commit();
        }
        return List.of();
    }

    private void requireNoReservedName(Batch batch) {
        for (String column : batch.shape().columns()) {
            if (Column.isReserved(column)) {
                throw new SourceException(
                        Fault.DATA,
                        "Dataset " + request.dataset() + ", " + batch.after().slice() + ": the column name '" + column
                                + "' is one of ours. Rename it at the source.",
                        null);
            }
        }
    }

    private void commit() {
        if (pending.isEmpty()) {
            return;
        }
        lease = lease.renew();
        if (tally.commits() == 0) {
            progress.screened(request.dataset(), List.of());
        }
        Contract contract = lease.permit().contract();
        LandedRows rows =
                new LandedRows(request.dataset(), contract.id(), contract.sha256(), pulledAt, pending.columns());
        Pending written = pending;
        Set<String> replaced = written.slicesToReplace();
        version = table.commit(rows, written, version, replaced);
        pending = new Pending(request.batchRecords());
        written.batches().forEach(tally::add);
        written.batches().forEach(batch -> note(batch.after()));
        tally.committed();
        Batch last = written.batches().get(written.batches().size() - 1);
        progress.committed(request.dataset(), last.after().slice(), tally.records(), tally.rejected());
    }

    private <T> T retried(Supplier<T> action) {
        for (int failures = 1; ; failures++) {
            try {
                return action.get();
            } catch (SourceException e) {
                pauseOrGiveUp(e, failures);
            }
        }
    }

    private void pauseOrGiveUp(SourceException failure, int failures) {
        Optional<Duration> pause = backoff.pause(failure, failures);
        if (pause.isEmpty()) {
            throw failure;
        }
        progress.waiting(request.dataset(), String.valueOf(failure.getMessage()), pause.get());
        try {
            Thread.sleep(pause.get().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
