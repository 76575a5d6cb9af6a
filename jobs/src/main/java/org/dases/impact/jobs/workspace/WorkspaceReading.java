// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.List;
import java.util.function.Function;

/** What reading a workspace gives: the workspace, or all that is wrong with it. */
public sealed interface WorkspaceReading {

    /**
     * Folds over both outcomes.
     *
     * @param sound applied to the workspace when nothing is wrong
     * @param broken applied to the problems, sorted by place, not empty
     * @param <R> result
     * @return what the applied function returns
     */
    <R> R match(Function<Workspace, R> sound, Function<List<Problem>, R> broken);

    /**
     * Nothing is wrong.
     *
     * @param workspace the workspace
     */
    record Sound(Workspace workspace) implements WorkspaceReading {
        @Override
        public <R> R match(Function<Workspace, R> sound, Function<List<Problem>, R> broken) {
            return sound.apply(workspace);
        }
    }

    /**
     * Something is wrong.
     *
     * @param problems all mistakes of all files, sorted by place, not empty
     */
    record Broken(List<Problem> problems) implements WorkspaceReading {
        public Broken {
            problems = problems.stream().sorted().distinct().toList();
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a broken workspace names its problems");
            }
        }

        @Override
        public <R> R match(Function<Workspace, R> sound, Function<List<Problem>, R> broken) {
            return broken.apply(problems);
        }
    }
}
