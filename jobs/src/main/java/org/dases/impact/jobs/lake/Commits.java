// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** The commits of one Delta table, read from its log: asking Delta for its history takes several Spark jobs. */
public final class Commits {
    private final DeltaLog log;
    private final Snapshot now;

    private Commits(DeltaLog log) {
        this.log = log;
        this.now = log.update(false, Option.empty(), Option.empty());
    }

    /**
     * Commits of a table.
     *
     * @param spark session
     * @param path folder
     * @return its commits up to now; empty when there is no table
     */
    public static Optional<Commits> of(SparkSession spark, String path) {
        return DeltaTables.exists(spark, path)
                ? Optional.of(new Commits(DeltaLog.forTable(spark, path)))
                : Optional.empty();
    }

    /**
     * The last version.
     *
     * @return number of the last commit, from 0
     */
    public long last() {
        return now.version();
    }

    /**
     * Identity of the table. A table that was deleted and written again under the same path has another.
     *
     * @return a UUID
     */
    public String table() {
        return now.metadata().id();
    }

    /**
     * The note that the last commit carries.
     *
     * @return its user metadata
     */
    public Optional<String> note() {
        return note(changes(last(), last()).next()._2());
    }

    /**
     * The notes of all commits that carry one.
     *
     * @return oldest first; empty where commits are missing, since nobody knows what was in them
     */
    public Optional<List<String>> notes() {
        List<String> notes = new ArrayList<>();
        long expected = 0;
        var changes = changes(0, last());
        while (changes.hasNext()) {
            Tuple2<Object, Seq<Action>> commit = changes.next();
            if ((long) commit._1() != expected) {
                return Optional.empty();
            }
            note(commit._2()).ifPresent(notes::add);
            expected++;
        }
        return expected == last() + 1 ? Optional.of(notes) : Optional.empty();
    }

    private static Optional<String> note(Seq<Action> actions) {
        Optional<String> note = Optional.empty();
        for (Action action : CollectionConverters.asJava(actions)) {
            if (action instanceof CommitInfo info) {
                note = OptionConverters.toJava(info.userMetadata());
            }
        }
        return note;
    }

    /**
     * Whether no row has gone or changed since a version: every commit after it is there and removes nothing.
     *
     * @param version a version
     * @return false also where the history has a gap, since nobody knows what was in it
     */
    public boolean onlyAddedSince(long version) {
        if (version > last()) {
            return false;
        }
        if (version == last()) {
            return true;
        }
        long expected = version + 1;
        var changes = changes(expected, last());
        while (changes.hasNext()) {
            Tuple2<Object, Seq<Action>> commit = changes.next();
            if ((long) commit._1() != expected || removes(commit._2())) {
                return false;
            }
            expected++;
        }
        return expected == last() + 1;
    }

    /** Compacting a table removes files too, but no data. */
    private static boolean removes(Seq<Action> actions) {
        return CollectionConverters.asJava(actions).stream()
                .anyMatch(action -> action instanceof RemoveFile file && file.dataChange());
    }

    private scala.collection.Iterator<Tuple2<Object, Seq<Action>>> changes(long from, long to) {
        return log.getChanges(from, to, Option.empty(), false);
    }
}
