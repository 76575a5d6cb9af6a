// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.workers;

import java.io.Serializable;
import java.util.List;

/** The threads of this machine, as many as it has cores, or one. */
record Threads(boolean areMany) implements Workers {
    @Override
    public <T extends Serializable, R> List<R> map(List<T> parts, Work<T, R> work) {
        return (areMany ? parts.parallelStream() : parts.stream()).map(work).toList();
    }
}
