// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tests wait for one another's threads with latches, never for a time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanesTest {
    private final Set<String> entered = ConcurrentHashMap.newKeySet();
    private final Lanes two = new Lanes(2, entered::add);

    @Test
    void outcomesAreInTheOrderOfTheThingsAlsoWhenALaterOneIsDoneFirst() {
        CountDownLatch second = new CountDownLatch(1);

        List<String> outcomes = two.each(List.of("a", "b", "c"), thing -> {
            if (thing.equals("a")) {
                pass(second);
            }
            if (thing.equals("c")) {
                second.countDown();
            }
            return thing.toUpperCase(java.util.Locale.ROOT);
        });

        assertThat(outcomes).containsExactly("A", "B", "C");
        assertThat(entered).containsExactlyInAnyOrder("lane-1", "lane-2");
    }

    @Test
    void twoRunAtATimeAndNeverThree() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        two.each(IntStream.range(0, 20).boxed().toList(), thing -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            both.countDown();
            pass(both);
            running.decrementAndGet();
            return thing;
        });

        assertThat(most).hasValue(2);
    }

    @Test
    void aFailureIsThrownAsItWasOnceWhatRunsHasEndedAndNothingElseBegins() {
        IOException fault = new IOException("disk");
        CountDownLatch failing = new CountDownLatch(1);
        AtomicBoolean whole = new AtomicBoolean();
        Set<String> begun = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(() -> two.each(List.of("good", "bad", "after", "last"), thing -> {
                    begun.add(thing);
                    if (thing.equals("bad")) {
                        failing.countDown();
                        throw LanesTest.<RuntimeException>undeclared(fault);
                    }
                    pass(failing);
                    Thread failed = other();
                    join(failed);
                    whole.set(true);
                    return thing;
                }))
                .isSameAs(fault);

        assertThat(whole).as("what ran beside the failure came to its end").isTrue();
        assertThat(begun).containsExactlyInAnyOrder("good", "bad");
    }

    @Test
    void ofTwoFailuresThatOfTheFirstThingIsThrownAlsoWhenItCameLast() {
        CountDownLatch second = new CountDownLatch(1);

        assertThatThrownBy(() -> two.each(List.of(1, 2), thing -> {
                    if (thing == 1) {
                        pass(second);
                    }
                    second.countDown();
                    throw new IllegalStateException("thing " + thing);
                }))
                .hasMessage("thing 1")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("thing 2")));
    }

    @Test
    void anInterruptReachesTheLanesAndIsKeptForTheCaller() {
        Thread caller = Thread.currentThread();
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);

        List<Boolean> interrupted = two.each(List.of(1, 2), thing -> {
            if (thing == 2) {
                second.countDown();
            } else {
                pass(second);
                caller.interrupt();
            }
            try {
                never.await();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });

        assertThat(interrupted).containsExactly(true, true);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSingleLaneWorksInTheCallersThread() {
        List<Thread> threads = new Lanes(1, entered::add).each(List.of(1, 2), thing -> Thread.currentThread());

        assertThat(threads).containsOnly(Thread.currentThread());
        assertThat(entered).isEmpty();
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lane that this one runs beside. */
    private static Thread other() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lane-") && thread != Thread.currentThread())
                .findFirst()
                .orElse(Thread.currentThread());
    }

    /** Waits until the failed lane has ended, and with it what it noted of its failure. */
    private static void join(Thread thread) {
        try {
            if (thread != Thread.currentThread()) {
                thread.join(30_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E undeclared(Throwable failure) throws E {
        throw (E) failure;
    }
}
