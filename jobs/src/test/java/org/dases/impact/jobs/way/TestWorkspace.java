// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.compute.FactKeeping;
import org.dases.impact.jobs.conform.KeyStore;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.RunLease;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.retain.RetainJob;
import org.dases.impact.jobs.retain.RetainReport;
import org.dases.impact.jobs.run.RunJob;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.jobs.run.Stage;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.dases.impact.notebooks.PublishedLake;

/** A workspace in a folder of its own, whose lake lies in it. */
record TestWorkspace(Path folder) {
    /** With the times of the files, by which a pull knows what it has read, and with who may read them. */
    static TestWorkspace copyOf(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return new TestWorkspace(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command with the tests' session. */
    Called run(String... more) {
        TestSpark.session();
        return Called.with(Stream.concat(Stream.of("run", folder.toString(), "--lang", "en"), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Purges with the tests' session. */
    Called retain(String... more) {
        TestSpark.session();
        return Called.with(Stream.concat(
                        Stream.of("retain", folder.toString()),
                        more.length > 1 && more[0].equals("--lang")
                                ? Stream.of(more)
                                : Stream.concat(Stream.of("--lang", "en"), Stream.of(more)))
                .toArray(String[]::new));
    }

    /** Any command on this workspace. */
    Called call(String command) {
        TestSpark.session();
        return Called.with(command, folder.toString(), "--lang", "en");
    }

    /** The whole way, with something that happens when a step begins. */
    RunReport runWith(Consumer<String> begins) {
        return alone(
                begins,
                Clock.systemUTC(),
                context -> new RunJob(context, new KeyStore(folder, System.getenv())).run(EnumSet.allOf(Stage.class)));
    }

    /** The whole way at another time. */
    RunReport runAt(Instant at) {
        return alone(
                step -> {},
                Clock.fixed(at, ZoneOffset.UTC),
                context -> new RunJob(context, new KeyStore(folder, System.getenv())).run(EnumSet.allOf(Stage.class)));
    }

    /** The whole way, with another way to keep facts. */
    RunReport runKeeping(FactKeeping keeping) {
        return alone(
                step -> {},
                Clock.systemUTC(),
                context -> new RunJob(context, new KeyStore(folder, System.getenv()), keeping)
                        .run(EnumSet.allOf(Stage.class)));
    }

    /** Retention at another time. */
    RetainReport retainAt(Instant at) {
        return alone(step -> {}, Clock.fixed(at, ZoneOffset.UTC), context -> new RetainJob(context).run());
    }

    private <T> T alone(Consumer<String> begins, Clock clock, Function<JobContext, T> work) {
        Workspace workspace = new WorkspaceReader(System.getenv()).read(folder).match(read -> read, problems -> {
            throw new AssertionError(problems.toString());
        });
        Lake lake = new Lake(workspace.lake());
        ContractDesk desk = new ContractDesk(
                        workspace, ContractFolder.read(folder.resolve("contracts")), new OdrlEvaluator())
                .keeping();
        Progress progress = (name, total) -> {
            begins.accept(name);
            return Progress.SILENT.step(name, total);
        };
        RunLease lease = RunLease.take(lake, Duration.ZERO, Clock.systemUTC());
        try {
            return work.apply(new JobContext(TestSpark.session(), lake, workspace, desk, clock, progress));
        } finally {
            lease.close();
        }
    }

    Path lake() {
        return folder.resolve(".impact/lake");
    }

    /** Read by Delta Kernel, as a consumer does. */
    PublishedLake published() {
        return PublishedLake.at(lake().resolve("published"));
    }

    /** Read by Spark, since nobody but the engine reads these. */
    Dataset<Row> restricted(String table) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(lake().resolve("restricted").resolve(table).toString());
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of the lake. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(lake())) {
            return files.map(file -> lake().relativize(file).toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of all tables of the newest release, as texts. */
    List<String> publishedRows() {
        PublishedLake lake = published();
        return lake.latest().tableIds().stream()
                .flatMap(table -> lake.table(table).rows().stream())
                .map(Object::toString)
                .toList();
    }
}
