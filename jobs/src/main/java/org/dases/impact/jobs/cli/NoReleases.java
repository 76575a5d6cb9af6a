// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a published zone without a list of releases. */
final class NoReleases {
    private NoReleases() {}

    /**
     * Goes on where nothing was released yet, and nobody asks for a release by its number.
     *
     * @throws Failure if the release that is asked for is not there, or if certificates are left without the list
     */
    static void check(Console console, Path published, @Nullable Long number) {
        String[] certificates = published.resolve("certificates").toFile().list();
        if (certificates != null && certificates.length > 0) {
            throw new Failure(ExitCode.GATE, List.of(console.messages().text("releases.lost", published)), null);
        }
        if (number != null) {
            throw Failure.configuration(console.messages().text("releases.unknown", number, published));
        }
    }
}
