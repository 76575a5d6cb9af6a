// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

/** Shape in which a contract was delivered. */
public enum ContractKind {
    /** Prometheus-X, between one provider and one consumer. */
    PTX_BILATERAL,
    /** Prometheus-X, among the members of an ecosystem. */
    PTX_ECOSYSTEM,
    /** Agreement of the Dataspace Protocol, for instance from Eclipse EDC. */
    DSP_AGREEMENT
}
