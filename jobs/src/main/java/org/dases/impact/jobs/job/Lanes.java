// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Does the same to several things, two at a time: while one is being planned or committed, which takes one core, the
 * other computes. What comes of it is what comes of doing them one after the other: outcomes are in the order of the
 * things, and where some fail the failure of the first of them is thrown, once nothing runs any more.
 */
public final class Lanes {
    private static final int WIDTH = 2;

    private final int width;
    private final Consumer<String> entered;

    /**
     * Lanes over a session; each has its own share of the cores where the session schedules fairly.
     *
     * @param spark session that the work uses
     * @return two lanes, or one on a single core
     */
    public static Lanes on(SparkSession spark) {
        SparkContext context = spark.sparkContext();
        return new Lanes(
                Math.min(WIDTH, context.defaultParallelism()),
                lane -> context.setLocalProperty("spark.scheduler.pool", lane));
    }

    Lanes(int width, Consumer<String> entered) {
        this.width = Math.max(1, width);
        this.entered = entered;
    }

    /**
     * Does the work for each thing. They begin in their order. After a failure none begins any more; what runs is not
     * broken off, so that it leaves whole commits.
     *
     * @param things what to work on
     * @param work safe for use by several threads
     * @param <T> thing
     * @param <R> outcome
     * @return an outcome a thing, in their order
     */
    public <T, R> List<R> each(List<T> things, Function<? super T, ? extends R> work) {
        int lanes = Math.min(width, things.size());
        if (lanes < 2) {
            return things.stream().<R>map(work).toList();
        }
        Turns<R> turns = new Turns<>(things.stream()
                .map(thing -> new FutureTask<R>(() -> work.apply(thing)))
                .toList());
        CountDownLatch running = new CountDownLatch(lanes);
        List<Thread> threads = new ArrayList<>();
        for (int lane = 1; lane <= lanes; lane++) {
            String name = "lane-" + lane;
            Thread thread = new Thread(
                    () -> {
                        try {
                            entered.accept(name);
                            turns.take();
                        } finally {
                            running.countDown();
                        }
                    },
                    name);
            // A process that is told to end does not wait for them, as it would not for the thread that called.
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        await(running, threads);
        return turns.outcomes();
    }

    /** Whoever holds the lake's lease gets no control back while anything may still write. */
    private static void await(CountDownLatch running, List<Thread> threads) {
        boolean interrupted = false;
        while (true) {
            try {
                running.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is next, and what came of what is done. */
    private static final class Turns<R> {
        private final List<FutureTask<R>> tasks;
        private final AtomicInteger next = new AtomicInteger();

        Turns(List<FutureTask<R>> tasks) {
            this.tasks = tasks;
        }

        void take() {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                tasks.get(i).run();
                try {
                    tasks.get(i).get();
                } catch (ExecutionException failed) {
                    next.set(tasks.size());
                } catch (InterruptedException e) {
                    throw new IllegalStateException("what is done is not waited for", e);
                }
            }
        }

        List<R> outcomes() {
            List<Throwable> failures = new ArrayList<>();
            List<R> outcomes = new ArrayList<>();
            for (FutureTask<R> task : tasks.stream().filter(FutureTask::isDone).toList()) {
                try {
                    outcomes.add(task.get());
                } catch (ExecutionException failed) {
                    failures.add(Objects.requireNonNull(failed.getCause()));
                } catch (InterruptedException e) {
                    throw new IllegalStateException("what is done is not waited for", e);
                }
            }
            if (!failures.isEmpty()) {
                Throwable first = failures.get(0);
                failures.stream().filter(other -> other != first).forEach(first::addSuppressed);
                throw Lanes.<RuntimeException>unchanged(first);
            }
            if (outcomes.size() < tasks.size()) {
                throw new IllegalStateException("a lane ended before its work was done");
            }
            return outcomes;
        }
    }

    /** As it was thrown: Spark throws checked exceptions that it does not declare, and callers know them by class. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchanged(Throwable failure) throws E {
        throw (E) failure;
    }
}
