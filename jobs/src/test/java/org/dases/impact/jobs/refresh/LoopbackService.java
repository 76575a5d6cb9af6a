// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.refresh;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A contract service on this machine. */
public final class LoopbackService implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> contracts = new ConcurrentHashMap<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Starts it on any free port. */
    public LoopbackService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            String path = exchange.getRequestURI().getPath();
            String id = path.substring(path.lastIndexOf('/') + 1);
            byte[] bytes = contracts.getOrDefault(id, "").getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(status.get(), status.get() == 200 ? bytes.length : -1);
                if (status.get() == 200) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
    }

    /** What it has from now on under an identifier. */
    public void has(String id, String json) {
        contracts.put(id, json);
    }

    void answersWith(int code) {
        status.set(code);
    }

    List<String> asked() {
        return asked;
    }

    /** Base of its addresses. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
