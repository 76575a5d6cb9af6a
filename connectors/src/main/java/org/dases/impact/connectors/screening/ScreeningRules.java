// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.List;

/**
 * What a dataset lets through.
 *
 * @param allowed columns allowed, each with its reason; empty when everything that looks like a person stops
 */
public record ScreeningRules(List<Allowed> allowed) {
    public ScreeningRules {
        allowed = List.copyOf(allowed);
    }

    /**
     * Lets nothing through.
     *
     * @return rules without exceptions
     */
    public static ScreeningRules strict() {
        return new ScreeningRules(List.of());
    }
}
