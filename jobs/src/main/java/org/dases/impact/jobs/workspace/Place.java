// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.core.JsonLocation;

/** Line and column in a file, from 1. */
record Place(int line, int column) {
    static final Place START = new Place(1, 1);

    static Place of(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
