// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;

/**
 * How long to wait before a source is tried again: doubling from the first pause to the cap, each time between half and
 * the whole of it (jitter), so that many readers of one source do not come back at once.
 *
 * @param attempts tries after the first one without progress, before giving up
 * @param first pause before the second try
 * @param cap longest pause; a source that asks for more is given up for now
 * @param jitter random numbers in [0, 1)
 */
record Backoff(int attempts, Duration first, Duration cap, DoubleSupplier jitter) {

    static Backoff standard() {
        return new Backoff(5, Duration.ofMillis(500), Duration.ofSeconds(30), Math::random);
    }

    /** The pause before the next try; empty when trying again does not help or was tried enough. */
    Optional<Duration> pause(SourceException failure, int failures) {
        int most = switch (failure.fault()) {
            case TRANSIENT, RATE_LIMITED -> attempts;
            case AUTH_EXPIRED -> 1;
            case CONTRACT_LOST, DATA, PERMANENT -> 0;
        };
        if (failures > most) {
            return Optional.empty();
        }
        Optional<Duration> asked = failure.retryAfter();
        if (asked.isPresent()) {
            return asked.filter(pause -> pause.compareTo(cap) <= 0);
        }
        if (failure.fault() == Fault.AUTH_EXPIRED) {
            return Optional.of(Duration.ZERO);
        }
        long doubled = Math.min(cap.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        return Optional.of(Duration.ofMillis((long) (doubled * (0.5 + jitter.getAsDouble() / 2))));
    }
}
