// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

/** An expression of a mapping cannot be used; becomes a {@code MappingProblem} and never leaves this package. */
final class BadExpression extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fix;

    BadExpression(String reason, String fix) {
        super(reason, null, false, false);
        this.fix = fix;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String fix() {
        return fix;
    }
}
