// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

/** The version of the engine, as it stands in every release. */
final class EngineVersion {
    private EngineVersion() {}

    static String text() {
        String version = EngineVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
