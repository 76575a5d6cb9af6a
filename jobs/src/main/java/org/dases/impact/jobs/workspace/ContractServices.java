// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.connectors.contractservice.ServiceKind;

/**
 * Where contracts are asked for again.
 *
 * @param maximumAge after which a copy that no service confirmed permits nothing any more
 * @param timeout longest wait for one answer
 * @param places where each service is; not empty
 */
public record ContractServices(Duration maximumAge, Duration timeout, Map<ServiceKind, ServicePlace> places) {
    public ContractServices {
        places = Map.copyOf(places);
    }

    /**
     * Where a service is.
     *
     * @param url base of its addresses
     * @param secret where its token or key lies; empty when it asks for none
     */
    public record ServicePlace(URI url, Optional<SecretReference> secret) {}
}
