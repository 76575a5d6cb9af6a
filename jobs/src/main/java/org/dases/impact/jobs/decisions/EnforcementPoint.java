// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

/** Where the word given to a provider is kept. */
public enum EnforcementPoint {
    /** Whether the contract binds its provider and us. */
    ADMISSION("E1"),
    /** Whether a dataset may be read. */
    PULL("E2"),
    /** Whether it may still be read, asked at each batch. */
    IN_FLIGHT("E3"),
    /** Whether what came may be kept, by what the screening found. */
    LANDING("E4"),
    /** Whether it may be conformed and go into cells. */
    COMPUTE("E5"),
    /** Whether figures that rest on it may be published. */
    RELEASE("E6"),
    /** Whether it may be kept any longer. */
    RETENTION("E7");

    private final String code;

    EnforcementPoint(String code) {
        this.code = code;
    }

    /**
     * Its short name.
     *
     * @return for instance {@code E5}
     */
    public String code() {
        return code;
    }
}
