// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;

/** Tables that passed the gate: the only thing that may be published. Nobody but the gate can make one. */
public final class ClearedRelease {
    private final List<ClearedTable> tables;
    private final Certificate certificate;

    ClearedRelease(List<ClearedTable> tables, Certificate certificate) {
        this.tables = List.copyOf(tables);
        this.certificate = certificate;
    }

    /**
     * The tables that may be printed.
     *
     * @return one per table submitted, in the same order
     */
    public List<ClearedTable> tables() {
        return tables;
    }

    /**
     * What the gate attests.
     *
     * @return figures and hashes; no count below k
     */
    public Certificate certificate() {
        return certificate;
    }
}
