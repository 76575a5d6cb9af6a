// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.connectors.file.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPullTest {
    private static final int RECORDS = 1_000;
    private static final int SIGKILL_EXIT = 128 + 9;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndLandsNothingTwiceWhenItIsKilledWithSigkillAndRunAgain() throws Exception {
        Workspace workspace = new Workspace(folder);
        workspace.write(
                "a.jsonl",
                IntStream.range(0, RECORDS).mapToObj(KilledPullTest::line).collect(Collectors.joining("\n")));

        Process pull = start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(pull.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo(KilledPull.COMMITTED + KilledPull.BATCH);
            assertThat(output.readLine()).isEqualTo(KilledPull.COMMITTED + 2 * KilledPull.BATCH);
            pull.destroyForcibly();
        }
        assertThat(pull.waitFor()).isEqualTo(SIGKILL_EXIT);

        Lake lake = new Lake(folder.resolve("lake"));
        int before = lake.values("traces", "record").size();
        assertThat(before).isBetween(2 * KilledPull.BATCH, RECORDS - 1);
        LandingReport rest = Lake.report(lake.land(workspace.request(KilledPull.OPTIONS)));

        assertThat(rest.records()).isEqualTo(RECORDS - before);
        assertThat(lake.values("traces", "record"))
                .containsExactlyElementsOf(IntStream.range(0, RECORDS)
                        .mapToObj(KilledPullTest::line)
                        .toList());
    }

    private static String line(int i) {
        return "{\"id\": \"%05d\"}".formatted(i);
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(KilledPull.class.getName());
        command.add(folder.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
