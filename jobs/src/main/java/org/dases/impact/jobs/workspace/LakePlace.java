// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where {@code impact.yaml} says that the lake lies. */
final class LakePlace {
    private LakePlace() {}

    /** Whether it is a URL rather than a folder of the workspace. */
    static boolean isUrl(String written) {
        return written.contains("://") || written.startsWith("file:");
    }

    /** Whether there can be such a folder or URL at all. */
    static boolean check(YamlDocument document, List<Problem> problems) {
        JsonNode lake = document.root().path("lake");
        if (!lake.isTextual() || canBe(lake.asText())) {
            return true;
        }
        problems.add(document.atValue(
                "/lake",
                "'lake' is neither a path nor a URL",
                "Write a folder such as .impact/lake, or a URL with its spaces as %20 such as file:///data/lake."));
        return false;
    }

    private static boolean canBe(String written) {
        try {
            URI url = isUrl(written) ? URI.create(written) : Path.of(written).toUri();
            return !written.startsWith("file:") || Path.of(url).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
