// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Decisions that differ in their reasons only. */
final class SampleDecisions {
    private SampleDecisions() {}

    static Decided decided(String... reasons) {
        return new Decided(
                Instant.parse("2026-06-15T12:00:00Z"),
                EnforcementPoint.PULL.code(),
                "north",
                "urn:contract:north",
                "0".repeat(64),
                "read",
                new TreeSet<>(List.of("impact-measurement")),
                false,
                List.of(reasons));
    }
}
