// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contractservice;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dases.impact.connectors.contract.ContractKind;

/** What answers for contracts, and how it is asked. */
public enum ServiceKind {
    /**
     * The contract manager of Prometheus-X.
     *
     * @see <a href="https://github.com/Prometheus-X-association/contract-manager">contract-manager</a>
     */
    PROMETHEUS_X("Authorization", "Bearer "),
    /**
     * The management API of an Eclipse EDC connector.
     *
     * @see <a href="https://github.com/eclipse-edc/Connector">Eclipse EDC, management API v3</a>
     */
    EDC("X-Api-Key", "");

    private final String header;
    private final String prefix;

    ServiceKind(String header, String prefix) {
        this.header = header;
        this.prefix = prefix;
    }

    /**
     * The service that has contracts of a shape.
     *
     * @param kind shape of the contract
     * @return the service
     */
    public static ServiceKind of(ContractKind kind) {
        return switch (kind) {
            case PTX_BILATERAL, PTX_ECOSYSTEM -> PROMETHEUS_X;
            case DSP_AGREEMENT -> EDC;
        };
    }

    String header() {
        return header;
    }

    String value(String secret) {
        return prefix + secret;
    }

    /** Where a contract is asked for. */
    static URI address(URI base, ContractKind kind, String id) {
        String path = switch (kind) {
            case PTX_BILATERAL -> "bilaterals/";
            case PTX_ECOSYSTEM -> "contracts/";
            case DSP_AGREEMENT -> "v3/contractagreements/";
        };
        String text = base.toString();
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(text + (text.endsWith("/") ? "" : "/") + path + segment);
    }
}
