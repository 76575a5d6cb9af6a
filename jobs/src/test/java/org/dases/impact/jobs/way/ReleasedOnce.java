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

    /**
     * The same, released where it lies. A pull knows files by their names in full: what is copied is pulled again by
     * the next run, as new.
     */
    static TestWorkspace withStrangersIn(Path folder) {
        return release(folder, ReleasedOnce::addStrangers);
    }

    private static void addStrangers(TestWorkspace workspace) {
        SmallSpace.addStrangers(workspace, "gone", SmallSpace.contract("gone"));
    }

    private static TestWorkspace release(String name, Consumer<TestWorkspace> change) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "spaces")), name);
            return release(folder.toAbsolutePath(), change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestWorkspace release(Path folder, Consumer<TestWorkspace> change) {
        TestWorkspace workspace = SmallSpace.in(folder);
        change.accept(workspace);
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return workspace;
    }

    private static final class Plain {
        static final TestWorkspace SPACE = release("small", workspace -> {});
    }

    private static final class Strangers {
        static final TestWorkspace SPACE = release("strangers", ReleasedOnce::addStrangers);
    }
}
