// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import org.dases.impact.connectors.landing.LandingReport;

/** A landing in one line for people. */
final class Told {
    private Told() {}

    static String of(LandingReport report) {
        if (!report.changedAnything()) {
            return "unchanged";
        }
        return report.records() + " records" + (report.rejected() > 0 ? ", " + report.rejected() + " rejected" : "");
    }
}
