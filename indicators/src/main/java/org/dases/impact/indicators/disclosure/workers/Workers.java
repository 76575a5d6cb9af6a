// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.workers;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * Who works on the parts of a large table: threads of this machine, or others. Parts and results travel; what comes
 * back does not depend on who worked on what.
 */
public interface Workers {
    /** The threads of this machine. */
    Workers THREADS = new Threads(true);

    /** Whoever asks. */
    Workers HERE = new Threads(false);

    /**
     * Does the same work on each part.
     *
     * @param parts what is worked on; those that take long should come first, as the first are begun early
     * @param work a pure function
     * @param <T> type of the parts
     * @param <R> type of the results
     * @return a result a part, in their order
     */
    <T extends Serializable, R> List<R> map(List<T> parts, Work<T, R> work);

    /**
     * A pure function that can be sent elsewhere.
     *
     * @param <T> type of what it takes
     * @param <R> type of what it gives
     */
    interface Work<T, R> extends Function<T, R>, Serializable {}
}
