// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.job;

/**
 * The version of the engine. It stands in every release and is part of what conformed rows and cells are known by, so
 * that another engine computes them again.
 */
public final class EngineVersion {
    private EngineVersion() {}

    /**
     * The version of the build.
     *
     * @return for instance {@code 0.1.0}; {@code development} where classes were not built into a jar
     */
    public static String text() {
        String version = EngineVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
