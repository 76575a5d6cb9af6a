// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contractservice;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long a service is waited for, and how often it is asked: the pause doubles, each time between half and the whole
 * of it (jitter), so that many who ask one service do not come back at once.
 *
 * @param timeout for one answer, from connecting to its last byte
 * @param attempts how often it is asked, at least once
 * @param first pause before the second time
 * @param cap longest pause; a service that asks for more is given up for now
 * @param jitter random numbers in [0, 1)
 */
public record Patience(Duration timeout, int attempts, Duration first, Duration cap, DoubleSupplier jitter) {
    /**
     * Three attempts, half a second after the first.
     *
     * @param timeout for one answer
     * @return patience for a run
     */
    public static Patience of(Duration timeout) {
        return new Patience(timeout, 3, Duration.ofMillis(500), Duration.ofSeconds(10), Math::random);
    }

    /** The pause after so many attempts; empty when that was enough. */
    Optional<Duration> pause(int failures, Optional<Duration> asked) {
        if (failures >= attempts) {
            return Optional.empty();
        }
        if (asked.isPresent()) {
            return asked.filter(pause -> pause.compareTo(cap) <= 0);
        }
        long doubled = Math.min(cap.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        return Optional.of(Duration.ofMillis((long) (doubled * (0.5 + jitter.getAsDouble() / 2))));
    }
}
