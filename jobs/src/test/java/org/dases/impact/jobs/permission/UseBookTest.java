// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractReader;
import org.dases.impact.jobs.lake.Lake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UseBookTest {
    private static final Instant AT = Instant.parse("2026-01-15T08:00:00Z");

    @TempDir
    private Path lake;

    @Test
    void countsWhatWasReservedAlsoWhenItIsReadAnew() {
        assertThat(book().used(contract(), "urn:a")).hasValue(0);
        assertThat(reserve("urn:a", 2)).hasValue(1);
        assertThat(book().used(contract(), "urn:a")).hasValue(1);
        assertThat(reserve("urn:a", 2)).hasValue(2);
        assertThat(reserve("urn:a", 2)).isEmpty();
        assertThat(book().used(contract(), "urn:a")).hasValue(2);
        assertThat(book().elapsed(contract(), AT.plusSeconds(7))).hasValue(Duration.ofSeconds(7));
    }

    /** The contract counts a and b in one rule, and c in none. */
    @Test
    void countsTogetherWhatOneRuleIsAbout() {
        reserve("urn:a", 9);
        reserve("urn:c", 9);
        assertThat(book().used(contract(), "urn:b")).hasValue(1);
        assertThat(book().used(contract(), "urn:c")).hasValue(1);
        assertThat(reserve("urn:b", 2)).hasValue(2);
        assertThat(reserve("urn:a", 2)).isEmpty();
    }

    @Test
    void givesTheLastUseToOneOfManyThreads() throws Exception {
        int threads = 12;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<OptionalInt>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    together.await();
                    return reserve("urn:a", 5);
                }));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<OptionalInt> each : all) {
                each.get().ifPresent(numbers::add);
            }
            assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Each tries 40 times to have one of 50 uses. */
    @Test
    void givesTheLastUseToOneOfTwoProcesses() throws Exception {
        Process one = child();
        Process other = child();
        List<String> numbers = new ArrayList<>();
        for (Process each : List.of(one, other)) {
            numbers.addAll(new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(each.exitValue()).isZero();
        }
        List<String> expected =
                Stream.iterate(1, i -> i + 1).limit(50).map(String::valueOf).toList();
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(book().used(contract(), "urn:a")).hasValue(50);
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        lake.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A process of its own. */
    static final class Child {
        private Child() {}

        /** Reserves and prints the numbers that it got. */
        public static void main(String[] arguments) {
            UseBook book = new UseBook(new Lake(arguments[0]));
            for (int i = 0; i < 40; i++) {
                book.reserve(contract(), "urn:a", "d", AT, number -> number <= 50)
                        .ifPresent(System.out::println);
            }
        }
    }

    /** What a writer left that was killed counts as a use of everything, and does not spoil the next. */
    @Test
    void countsALineThatWasNotWrittenToItsEnd() throws IOException {
        reserve("urn:a", 9);
        Files.writeString(file(), "{\"at\": \"2026-", StandardOpenOption.APPEND);
        assertThat(book().used(contract(), "urn:a")).hasValue(2);
        assertThat(book().used(contract(), "urn:c")).hasValue(1);
        assertThat(book().elapsed(contract(), AT)).isEmpty();
        assertThat(reserve("urn:a", 9)).hasValue(3);
        assertThat(book().used(contract(), "urn:a")).hasValue(3);
    }

    /** Whichever resource was used first, and in whichever order the lines stand. */
    @Test
    void timeElapsesSinceTheFirstUseOfAnything() {
        assertThat(book().elapsed(contract(), AT)).hasValue(Duration.ZERO);
        book().reserve(contract(), "urn:b", "d", AT.plusSeconds(60), number -> true);
        book().reserve(contract(), "urn:c", "d", AT, number -> true);
        assertThat(book().elapsed(contract(), AT.plusSeconds(60))).hasValue(Duration.ofSeconds(60));
        assertThat(book().elapsed(contract(), AT.plusSeconds(90))).hasValue(Duration.ofSeconds(90));
    }

    /** Between the first use and the last the clock was set back: how much time has elapsed nobody knows. */
    @Test
    void noTimeIsKnownWhereTheClockWasSetBack() {
        reserve("urn:a", 9);
        book().reserve(contract(), "urn:a", "d", AT.plusSeconds(60), number -> true);
        assertThat(book().elapsed(contract(), AT.plusSeconds(49))).isEmpty();
        assertThat(book().elapsed(contract(), AT.plusSeconds(50))).hasValue(Duration.ofSeconds(50));
    }

    @Test
    void doesNotNoteWhatIsNotPermitted() {
        assertThat(reserve("urn:a", 0)).isEmpty();
        assertThat(book().used(contract(), "urn:a")).hasValue(0);
    }

    @Test
    void knowsNothingOfALakeOnAnObjectStore() {
        assertThat(new UseBook(new Lake("s3a://impact/lake")).used(contract(), "urn:a"))
                .isEmpty();
        assertThat(new UseBook(new Lake("s3a://impact/lake")).elapsed(contract(), AT))
                .isEmpty();
    }

    private OptionalInt reserve(String resource, int most) {
        return book().reserve(contract(), resource, "d", AT, number -> number <= most);
    }

    private UseBook book() {
        return new UseBook(new Lake(lake.toString()));
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(lake.resolve("restricted/uses"))) {
            return files.filter(each -> each.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Contract contract() {
        String json = """
                {"_id": "urn:contract", "dataProvider": "urn:p", "dataConsumer": "urn:us", "serviceOffering": "urn:o",
                 "status": "signed", "purpose": [], "revokedSignatures": [], "signatures": [
                   {"did": "urn:p", "value": "s"}, {"did": "urn:us", "value": "s"}],
                 "policy": [{"permission": [
                   {"action": "use", "target": ["urn:a", "urn:b"], "constraint": [
                     {"leftOperand": "count", "operator": "lteq", "rightOperand": 5}]},
                   {"action": "use", "target": "urn:c"}]}]}
                """;
        return ContractReader.read("c.json", json.getBytes(StandardCharsets.UTF_8), AT)
                .match(read -> read, problems -> {
                    throw new AssertionError(problems.toString());
                });
    }
}
