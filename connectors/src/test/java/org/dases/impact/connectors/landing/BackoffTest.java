// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"1,500,1000", "2,1000,2000", "3,2000,4000", "4,4000,8000", "5,5000,10000"})
    void doublesUpToTheCapBetweenHalfAndTheWhole(int failures, long least, long most) {
        SourceException failure = new SourceException(Fault.TRANSIENT, "reset", null);
        Duration cap = Duration.ofSeconds(10);

        assertThat(new Backoff(5, SECOND, cap, () -> 0).pause(failure, failures))
                .contains(Duration.ofMillis(least));
        assertThat(new Backoff(5, SECOND, cap, () -> 1).pause(failure, failures))
                .contains(Duration.ofMillis(most));
    }

    @Test
    void givesUpAfterItsAttempts() {
        SourceException failure = new SourceException(Fault.TRANSIENT, "reset", null);

        assertThat(new Backoff(5, SECOND, SECOND, () -> 0).pause(failure, 6)).isEmpty();
    }

    @Test
    void neverTriesAgainWhatDoesNotPass() {
        for (Fault fault : new Fault[] {Fault.CONTRACT_LOST, Fault.DATA, Fault.PERMANENT}) {
            assertThat(Backoff.standard().pause(new SourceException(fault, "no", null), 1))
                    .isEmpty();
        }
    }

    @Test
    void renewsCredentialsOnce() {
        SourceException failure = new SourceException(Fault.AUTH_EXPIRED, "401", null);

        assertThat(Backoff.standard().pause(failure, 1)).contains(Duration.ZERO);
        assertThat(Backoff.standard().pause(failure, 2)).isEmpty();
    }

    @Test
    void waitsAsLongAsTheSourceAsksUpToTheCap() {
        Backoff backoff = new Backoff(5, SECOND, Duration.ofSeconds(30), () -> 0);

        assertThat(backoff.pause(SourceException.rateLimited("429", Duration.ofSeconds(17)), 1))
                .contains(Duration.ofSeconds(17));
        assertThat(backoff.pause(SourceException.rateLimited("429", Duration.ofMinutes(9)), 1))
                .isEmpty();
    }
}
