// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Addresses of contract services, of which a pattern cannot say whether they are any. */
final class ServiceUrls {
    private static final int LAST_PORT = 65_535;

    private ServiceUrls() {}

    /** Whether all have a host that can be asked; what stands there is not shown, since it may hold a password. */
    static boolean check(YamlDocument document, List<Problem> problems) {
        int before = problems.size();
        for (String service : List.of("prometheus-x", "edc")) {
            JsonNode url =
                    document.root().path("contract-service").path(service).path("url");
            if (url.isTextual() && !hasHost(url.asText())) {
                problems.add(document.atValue(
                        "/contract-service/" + service + "/url",
                        "'url' is no address of a host",
                        "Write for example https://connector.example:8443/management."));
            }
        }
        return problems.size() == before;
    }

    private static boolean hasHost(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() != null && url.getPort() != 0 && url.getPort() <= LAST_PORT;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
