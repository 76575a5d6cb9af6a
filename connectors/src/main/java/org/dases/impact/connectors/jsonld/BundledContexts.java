// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The contexts that come with the engine. Any other is refused; nothing is ever fetched. */
final class BundledContexts implements DocumentLoader {
    private static final String DSPACE_2024 = "dspace.jsonld";
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("http://www.w3.org/ns/odrl.jsonld", "odrl.jsonld"),
            Map.entry("https://www.w3.org/ns/odrl.jsonld", "odrl.jsonld"),
            Map.entry("http://www.w3.org/ns/odrl/2/", "odrl.jsonld"),
            Map.entry("https://www.w3.org/ns/odrl/2/", "odrl.jsonld"),
            Map.entry("http://www.w3.org/ns/odrl/2/ODRL22.json", "odrl.jsonld"),
            Map.entry("https://www.w3.org/ns/odrl/2/ODRL22.json", "odrl.jsonld"),
            Map.entry("https://w3id.org/dspace/v0.8/context.json", DSPACE_2024),
            Map.entry("https://w3id.org/dspace/2024/1/context.json", DSPACE_2024),
            Map.entry("https://w3id.org/dspace/2025/1/context.jsonld", "dspace-v2025-1.jsonld"),
            Map.entry("https://w3id.org/dspace/2025/1/odrl-profile.jsonld", "dspace-v2025-1-odrl.jsonld"),
            Map.entry("https://w3id.org/edc/connector/management/v0.0.1", "management-context-v1.jsonld"),
            Map.entry("https://w3id.org/edc/connector/management/v2", "management-context-v1.jsonld"),
            Map.entry("https://w3id.org/edc/dspace/v0.0.1", "dspace-edc-context-v1.jsonld"));

    /** The addresses of all contexts. */
    static Set<String> addresses() {
        return FILES.keySet();
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        String name = FILES.get(address.toString());
        if (name == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "not bundled: " + address);
        }
        try (InputStream in = BundledContexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundled context " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // Version 0.8 differs from 2024/1 in its namespace only.
            String read = address.getPath().contains("/v0.8/") ? text.replace("dspace/2024/1/", "dspace/v0.8/") : text;
            return JsonDocument.of(new StringReader(read));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the bundled context " + name + " cannot be read", unreadable);
        }
    }
}
