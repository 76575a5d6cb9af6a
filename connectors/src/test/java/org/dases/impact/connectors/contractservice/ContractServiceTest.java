// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contractservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dases.impact.connectors.contract.ContractKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractServiceTest {
    private static final String SECRET = "a-very-secret-token";

    private final List<String> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer service = server();
    private HttpServer other = server();

    /** A loopback server that writes down what it is asked. */
    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(threads);
            return made;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private void serve(HttpServer server, String name, Answer answer) {
        server.createContext("/", exchange -> {
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key"));
            String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            synchronized (asked) {
                asked.add(name + " " + exchange.getRequestURI() + " " + key + " " + bearer);
            }
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @BeforeEach
    void start() {
        service.start();
        other.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        service.stop(0);
        other.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "PTX_BILATERAL, /api/bilaterals/66db1a, null, Bearer a-very-secret-token",
        "PTX_ECOSYSTEM, /api/contracts/66db1a, null, Bearer a-very-secret-token",
        "DSP_AGREEMENT, /api/v3/contractagreements/66db1a, a-very-secret-token, null",
    })
    void asksForEachShapeWhereItsServiceHasIt(ContractKind kind, String path, String key, String bearer) {
        serve(service, "service", exchange -> send(exchange, 200, "{}"));
        assertThat(text(fetch(kind))).isEqualTo("{}");
        assertThat(asked).containsExactly("service " + path + " " + key + " " + bearer);
    }

    @Test
    void writesAnIdentifierAsOnePartOfTheAddress() {
        serve(service, "service", exchange -> send(exchange, 200, "{}"));
        new ContractService(base(service), Optional.empty(), quick())
                .fetch(ContractKind.PTX_BILATERAL, "urn:a/../b c?x=1");
        assertThat(asked).containsExactly("service /api/bilaterals/urn%3Aa%2F..%2Fb%20c%3Fx%3D1 null null");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void knowsThatThereIsNoSuchContract(int status) {
        serve(service, "service", exchange -> send(exchange, status, ""));
        assertThat(fetch()).isEqualTo(new Fetched.Gone(status));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500, 3", "503, 3", "429, 3", "400, 1", "204, 1"})
    void asksAgainWhereTheFaultMayPass(int status, int times) {
        serve(service, "service", exchange -> send(exchange, status, ""));
        assertThat(fetch()).isEqualTo(new Fetched.Failed(Fetched.Reason.STATUS, Integer.toString(status)));
        assertThat(asked).hasSize(times);
    }

    @Test
    void goesOnWhereASecondAttemptIsAnswered() {
        serve(service, "service", exchange -> send(exchange, asked.size() == 1 ? 503 : 200, "{}"));
        assertThat(text(fetch())).isEqualTo("{}");
    }

    @Test
    void doesNotWaitLongerThanItsCap() {
        serve(service, "service", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            send(exchange, 429, "");
        });
        assertThat(fetch()).isEqualTo(new Fetched.Failed(Fetched.Reason.STATUS, "429"));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void saysThatTheSecretIsNotAccepted(int status) {
        serve(service, "service", exchange -> send(exchange, status, ""));
        assertThat(fetch()).isEqualTo(new Fetched.Failed(Fetched.Reason.NOT_ALLOWED, Integer.toString(status)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void takesNoSecretToAnotherHost() {
        serve(other, "other", exchange -> send(exchange, 200, "{\"from\": \"other\"}"));
        serve(service, "service", exchange -> redirect(exchange, base(other) + "/there"));
        assertThat(text(fetch())).contains("other");
        assertThat(asked)
                .containsExactly(
                        "service /api/v3/contractagreements/66db1a " + SECRET + " null", "other /api/there null null");
    }

    @Test
    void keepsTheSecretOnTheSameHost() {
        serve(service, "service", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/there")) {
                send(exchange, 200, "{}");
            } else {
                redirect(exchange, "/there");
            }
        });
        assertThat(text(fetch())).isEqualTo("{}");
        assertThat(asked).last().isEqualTo("service /there " + SECRET + " null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/loop", "file:///etc/passwd", "http://user:pass@localhost/", "http://[", ""})
    void goesNowhereElse(String location) {
        serve(service, "service", exchange -> redirect(exchange, location));
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Fetched.Reason.REDIRECT));
    }

    @Test
    void givesUpOnAServiceThatDoesNotAnswer() {
        serve(service, "service", exchange -> over.await());
        assertThat(fetch()).isEqualTo(new Fetched.Failed(Fetched.Reason.TIMEOUT, "1"));
    }

    @Test
    void givesUpOnABodyThatDoesNotEnd() {
        serve(service, "service", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            over.await();
        });
        assertThat(fetch()).isEqualTo(new Fetched.Failed(Fetched.Reason.TIMEOUT, "1"));
    }

    @Test
    void doesNotReadABodyThatIsTooLarge() {
        serve(service, "service", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[100_000];
            for (int i = 0; i < 60; i++) {
                exchange.getResponseBody().write(part);
            }
        });
        Fetched fetched = new ContractService(
                        base(service), Optional.empty(), new Patience(Duration.ofSeconds(20), 1, NONE, NONE, () -> 0))
                .fetch(ContractKind.PTX_BILATERAL, "a");
        assertThat(fetched).isEqualTo(new Fetched.Failed(Fetched.Reason.TOO_LARGE, "5"));
    }

    @Test
    void saysThatNobodyIsThere() {
        service.stop(0);
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Fetched.Reason.UNREACHABLE));
    }

    /** 192.0.2.1 is an address of documentation: a request to it would be an error of its own. */
    @ParameterizedTest
    @CsvSource({
        "http://192.0.2.1/api, a-very-secret-token",
        "http://192.0.2.1/api, ",
        "http://contracts.example/api, ",
        "http://127.0.0.1.example/api, ",
        "http:///api, ",
        "ftp://localhost/api, ",
    })
    void asksForNothingUnencryptedOverANetwork(URI base, @Nullable String secret) {
        Fetched fetched =
                new ContractService(base, Optional.ofNullable(secret), quick()).fetch(ContractKind.DSP_AGREEMENT, "a");
        assertThat(fetched).isEqualTo(new Fetched.Failed(Fetched.Reason.NOT_ENCRYPTED, "http"));
    }

    @Test
    void isNotSentToANetworkUnencrypted() {
        serve(service, "service", exchange -> redirect(exchange, "http://192.0.2.1/api"));
        assertThat(fetch()).isEqualTo(new Fetched.Failed(Fetched.Reason.REDIRECT, "302"));
    }

    /** The client refuses them with a message that holds the secret. */
    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "œuvre", "a\u007f", ""})
    void saysNothingOfASecretThatCannotBeSent(String secret) {
        assertThat(ContractService.canSend(secret)).isFalse();
        assertThat(ContractService.canSend(SECRET + " ~!")).isTrue();
        if (!secret.isEmpty()) {
            assertThat(new ContractService(base(service), Optional.of(secret), quick())
                            .fetch(ContractKind.DSP_AGREEMENT, "a"))
                    .isEqualTo(new Fetched.Failed(Fetched.Reason.UNREACHABLE, ""));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNotAsked() {
        assertThat(new ContractService(URI.create("https://x.example:abc"), Optional.empty(), quick())
                        .fetch(ContractKind.DSP_AGREEMENT, "a"))
                .isEqualTo(new Fetched.Failed(Fetched.Reason.UNREACHABLE, ""));
    }

    private static final Duration NONE = Duration.ZERO;

    private static Patience quick() {
        return new Patience(Duration.ofSeconds(1), 3, Duration.ofMillis(5), Duration.ofMillis(20), () -> 0.5);
    }

    private Fetched fetch() {
        return fetch(ContractKind.DSP_AGREEMENT);
    }

    private Fetched fetch(ContractKind kind) {
        return new ContractService(base(service), Optional.of(SECRET), quick()).fetch(kind, "66db1a");
    }

    private static String text(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Document.class);
        return new String(((Fetched.Document) fetched).bytes(), StandardCharsets.UTF_8);
    }

    private static URI base(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        send(exchange, 302, "");
    }
}
