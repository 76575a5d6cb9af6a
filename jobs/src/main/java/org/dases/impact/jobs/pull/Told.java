// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import org.dases.impact.connectors.landing.LandingReport;
import org.dases.impact.jobs.observe.Discreet;

/** A landing in one line for people. */
final class Told {
    private Told() {}

    static String of(LandingReport report, Discreet counts) {
        if (!report.changedAnything()) {
            return "unchanged";
        }
        return counts.about(report.records()) + " records"
                + (report.rejected() > 0 ? ", " + counts.about(report.rejected()) + " rejected" : "");
    }
}
