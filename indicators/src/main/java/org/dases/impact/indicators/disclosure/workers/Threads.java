// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.workers;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/** The threads of this machine, as many as it has cores, or one. */
record Threads(boolean areMany) implements Workers {
    @Override
    public <T extends Serializable, R> List<R> map(List<T> parts, Work<T, R> work) {
        if (!areMany) {
            return parts.stream().map(work).toList();
        }
        // Each part is a task: a parallel stream would tie many together. The list is backwards, as its end is forked
        // first, and begun first by the other threads; its head is done by whoever asks.
        List<ForkJoinTask<R>> tasks = new ArrayList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            T part = parts.get(i);
            tasks.add(ForkJoinTask.adapt(() -> work.apply(part)));
        }
        ForkJoinTask.invokeAll(tasks);
        List<R> results = new ArrayList<>();
        for (int i = tasks.size() - 1; i >= 0; i--) {
            results.add(tasks.get(i).join());
        }
        return results;
    }
}
