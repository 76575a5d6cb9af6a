// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What proves that no unsafe cell of a release can be bounded below its threshold. Restricted. */
public final class Witnesses {
    private final List<Pattern> patterns;

    Witnesses(Collection<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Tells each one.
     *
     * @param consumer takes them; none where the gate was asked not to reckon with bounds
     */
    public void forEach(Consumer<Witness> consumer) {
        patterns.forEach(pattern -> pattern.forEachWitness(consumer));
    }
}
