// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.dases.impact.jobs.observe.Progress;

/**
 * Shows steps: on a terminal one line that is rewritten, elsewhere a line per quarter of a step whose size is known and
 * one at its end. Steps may run beside one another: the rewritten line then names all of them, and each ends on a line
 * of its own.
 */
final class ConsoleProgress implements Progress {
    private static final int QUARTER = 25;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final Messages messages;
    private final Set<ConsoleStep> running = new LinkedHashSet<>();

    ConsoleProgress(PrintWriter err, boolean terminal, Messages messages) {
        this.err = err;
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Step step(String name, long total) {
        ConsoleStep step = new ConsoleStep(messages.heading(name), total);
        begin(step);
        return step;
    }

    private synchronized void begin(ConsoleStep step) {
        running.add(step);
        draw();
    }

    private synchronized void end(ConsoleStep step, String text) {
        running.remove(step);
        line(text);
        draw();
    }

    private synchronized void line(String text) {
        err.println((terminal ? "\r\u001B[K" : "") + text);
        err.flush();
    }

    private synchronized void draw() {
        if (terminal && !running.isEmpty()) {
            err.print(running.stream().map(ConsoleStep::shown).collect(Collectors.joining(", ", "\r\u001B[K… ", "")));
            err.flush();
        }
    }

    private final class ConsoleStep implements Step {
        private final String name;
        private final long total;
        private final long begun = System.nanoTime();
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong drawn = new AtomicLong(begun);
        private final AtomicInteger quarter = new AtomicInteger();
        private boolean ended;

        ConsoleStep(String name, long total) {
            this.name = name;
            this.total = total;
        }

        @Override
        public void advance(long by) {
            long now = count.addAndGet(by);
            if (terminal) {
                long last = drawn.get();
                long nanos = System.nanoTime();
                if (nanos - last >= REDRAW_NANOS && drawn.compareAndSet(last, nanos)) {
                    draw();
                }
            } else if (total > 0) {
                int reached = (int) Math.min(3, now * 100 / total / QUARTER);
                int before = quarter.getAndAccumulate(reached, Math::max);
                if (reached > before) {
                    line("  " + name + "  " + reached * QUARTER + " %");
                }
            }
        }

        @Override
        public synchronized void done(String outcome) {
            if (!ended) {
                ended = true;
                String seconds = String.format(messages.locale(), "%.1f s", (System.nanoTime() - begun) / 1e9);
                String told = outcome.isEmpty() ? "" : messages.text("progress.told", messages.heading(outcome));
                end(this, "✓ " + name + told + "  (" + seconds + ")");
            }
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                end(this, "✗ " + name + messages.text("progress.told", messages.text("progress.unfinished")));
            }
        }

        String shown() {
            long now = count.get();
            return name + (total > 0 ? "  " + Math.min(100, now * 100 / total) + " %" : now > 0 ? "  " + now : "");
        }
    }
}
