// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contractservice;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dases.impact.connectors.contract.ContractKind;

/**
 * One contract service. Contracts come encrypted or from this machine, since anybody between could write another; a
 * secret goes to the host that it was given for and to no other. Certificates are verified.
 */
public final class ContractService {
    private static final int LARGEST = 5_000_000;
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final URI base;
    private final Optional<String> secret;
    private final Patience patience;
    private final HttpClient client;

    /**
     * A service.
     *
     * @param base where it is, for instance {@code https://contracts.example/api}
     * @param secret token or key that it asks for; empty when it asks for none
     * @param patience how long and how often it is asked
     */
    public ContractService(URI base, Optional<String> secret, Patience patience) {
        this.base = base;
        this.secret = secret;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.timeout())
                .build();
    }

    /**
     * Fetches a contract, asking again where the fault may pass.
     *
     * @param kind shape of the contract
     * @param id its identifier
     * @return the document, or why there is none
     */
    public Fetched fetch(ContractKind kind, String id) {
        URI address = ServiceKind.address(base, kind, id);
        if (!isPrivate(address)) {
            return new Fetched.Failed(Fetched.Reason.NOT_ENCRYPTED, "http");
        }
        for (int attempt = 1; ; attempt++) {
            Attempt last = once(ServiceKind.of(kind), address);
            Optional<Duration> pause = last.again() ? patience.pause(attempt, last.retryAfter()) : Optional.empty();
            if (pause.isEmpty() || !waited(pause.get())) {
                return last.fetched();
            }
        }
    }

    /** What came of asking once, and whether asking again may help. */
    private record Attempt(Fetched fetched, boolean again, Optional<Duration> retryAfter) {
        static Attempt last(Fetched fetched) {
            return new Attempt(fetched, false, Optional.empty());
        }

        static Attempt failed(Fetched.Reason reason, String detail, boolean again) {
            return new Attempt(new Fetched.Failed(reason, detail), again, Optional.empty());
        }
    }

    private Attempt once(ServiceKind kind, URI address) {
        long until = System.nanoTime() + patience.timeout().toNanos();
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<CompletableFuture<HttpResponse<byte[]>>> begun = begin(kind, at);
            if (begun.isEmpty()) {
                return Attempt.failed(Fetched.Reason.UNREACHABLE, "", false);
            }
            CompletableFuture<HttpResponse<byte[]>> asked = begun.get();
            try {
                HttpResponse<byte[]> response = asked.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (!REDIRECTS.contains(response.statusCode())) {
                    return answer(response);
                }
                Optional<URI> next = next(at, response);
                if (next.isEmpty()) {
                    return Attempt.failed(Fetched.Reason.REDIRECT, Integer.toString(response.statusCode()), false);
                }
                at = next.get();
            } catch (TimeoutException late) {
                asked.cancel(true);
                return Attempt.failed(Fetched.Reason.TIMEOUT, seconds(), true);
            } catch (ExecutionException failed) {
                return failure(Objects.requireNonNullElse(failed.getCause(), failed));
            } catch (InterruptedException stopped) {
                asked.cancel(true);
                Thread.currentThread().interrupt();
                return Attempt.failed(Fetched.Reason.UNREACHABLE, "interrupted", false);
            }
        }
        return Attempt.failed(Fetched.Reason.REDIRECT, Integer.toString(MOST_REDIRECTS), false);
    }

    /** Empty where nothing can be asked for there; why is not passed on, since the message may hold the secret. */
    private Optional<CompletableFuture<HttpResponse<byte[]>>> begin(ServiceKind kind, URI at) {
        try {
            return Optional.of(client.sendAsync(request(kind, at), answer -> new LimitedBody(LARGEST)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Whether a secret can be sent: one line of visible ASCII characters and blanks.
     *
     * @param secret the secret
     * @return false for what no header of a request can hold
     */
    public static boolean canSend(String secret) {
        return !secret.isEmpty() && secret.chars().allMatch(each -> each >= ' ' && each <= '~');
    }

    private HttpRequest request(ServiceKind kind, URI at) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(patience.timeout())
                .header("Accept", "application/json, application/ld+json")
                .GET();
        if (secret.isPresent() && isSameHost(at)) {
            request.header(kind.header(), kind.value(secret.get()));
        }
        return request.build();
    }

    private static Attempt answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return Attempt.last(new Fetched.Document(response.body()));
        }
        if (GONE.contains(status)) {
            return Attempt.last(new Fetched.Gone(status));
        }
        if (status == 401 || status == 403) {
            return Attempt.failed(Fetched.Reason.NOT_ALLOWED, Integer.toString(status), false);
        }
        Optional<Duration> asked = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new Attempt(
                new Fetched.Failed(Fetched.Reason.STATUS, Integer.toString(status)), PASSING.contains(status), asked);
    }

    private Attempt failure(Throwable cause) {
        if (cause instanceof LimitedBody.TooLarge || cause.getCause() instanceof LimitedBody.TooLarge) {
            return Attempt.failed(Fetched.Reason.TOO_LARGE, Integer.toString(LARGEST / 1_000_000), false);
        }
        if (cause instanceof HttpTimeoutException) {
            return Attempt.failed(Fetched.Reason.TIMEOUT, seconds(), true);
        }
        String detail =
                cause instanceof ConnectException ? "" : cause.getClass().getSimpleName();
        return Attempt.failed(Fetched.Reason.UNREACHABLE, detail, true);
    }

    private String seconds() {
        return Long.toString(Math.max(1, patience.timeout().toSeconds()));
    }

    /** Where a redirect leads; empty where it says nothing, leaves HTTP, or leaves encryption. */
    private static Optional<URI> next(URI from, HttpResponse<byte[]> response) {
        Optional<String> location = response.headers().firstValue("Location");
        try {
            return location.map(from::resolve)
                    .filter(to -> to.getHost() != null && to.getUserInfo() == null)
                    .filter(to -> scheme(to).equals("https")
                            || (scheme(to).equals("http") && scheme(from).equals("http") && isPrivate(to)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private boolean isSameHost(URI at) {
        return scheme(at).equals(scheme(base))
                && String.valueOf(at.getHost()).equalsIgnoreCase(base.getHost())
                && port(at) == port(base);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** Encrypted, or not leaving this machine; no name but localhost is asked for, since it may change its address. */
    private static boolean isPrivate(URI uri) {
        if (scheme(uri).equals("https")) {
            return true;
        }
        String host = String.valueOf(uri.getHost());
        if (host.equalsIgnoreCase("localhost")) {
            return scheme(uri).equals("http");
        }
        try {
            return scheme(uri).equals("http")
                    && host.matches("[0-9.]+|\\[.*\\]")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
