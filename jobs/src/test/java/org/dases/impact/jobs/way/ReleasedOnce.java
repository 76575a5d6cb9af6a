// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.dases.impact.jobs.cli.Called;

/** Workspaces that are released once for all tests: to look at, or to go on with in a copy. */
final class ReleasedOnce {
    private ReleasedOnce() {}

    /** A small space as it is made; not to be changed. */
    static TestWorkspace plain() {
        return Plain.SPACE;
    }

    /** A copy of a small space that has a third dataset, {@code gone}, with 60 students of its own. */
    static TestWorkspace withStrangers(Path folder) {
        return TestWorkspace.copyOf(Strangers.SPACE.folder(), folder);
    }

    private static TestWorkspace release(String name, Consumer<TestWorkspace> change) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "spaces")), name);
            TestWorkspace workspace = SmallSpace.in(folder.toAbsolutePath());
            change.accept(workspace);
            Called run = workspace.run();
            assertThat(run.code()).as(run.out() + run.err()).isZero();
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Plain {
        static final TestWorkspace SPACE = release("small", workspace -> {});
    }

    private static final class Strangers {
        static final TestWorkspace SPACE = release(
                "strangers", workspace -> SmallSpace.addStrangers(workspace, "gone", SmallSpace.contract("gone")));
    }
}
