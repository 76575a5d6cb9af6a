// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.connectors.contract.SampleContracts.USE;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.SourceException;
import org.junit.jupiter.api.Test;

/** A contract that ends in the middle of a pull ends the pull. */
final class LeaseRenewalTest {
    private static final Instant LAST = Instant.parse("2026-06-30T23:59:59Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(LAST.minusSeconds(60));

    @Test
    void renewsUntilTheContractsLastInstantAndNotAfter() {
        Lease lease = lease();
        now.set(LAST);
        assertThat(lease.renew().permit().request().at()).isEqualTo(LAST);
        now.set(LAST.plusSeconds(1));
        assertThatThrownBy(lease::renew)
                .isInstanceOfSatisfying(
                        SourceException.class,
                        lost -> assertThat(lost.fault()).isEqualTo(SourceException.Fault.CONTRACT_LOST))
                .hasMessageContaining("urn:contract:a no longer permits reading: The contract ended on " + LAST);
    }

    private Lease lease() {
        Question question = Question.asking("\"permission\": [" + USE + "]").at(now.get());
        Permit permit = question.decision().match(permitted -> permitted, denial -> {
            throw new AssertionError(denial.toString());
        });
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return Lease.under(permit, new OdrlEvaluator(), clock);
    }
}
