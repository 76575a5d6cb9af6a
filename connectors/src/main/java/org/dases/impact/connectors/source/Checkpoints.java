// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.Map;
import java.util.Optional;

/**
 * The last committed checkpoint of each slice of a dataset.
 *
 * @param bySlice slice id to checkpoint
 */
public record Checkpoints(Map<String, Checkpoint> bySlice) {
    public Checkpoints {
        bySlice = Map.copyOf(bySlice);
    }

    /**
     * Looks a slice up.
     *
     * @param slice slice id
     * @return its checkpoint; empty when the slice was never begun
     */
    public Optional<Checkpoint> of(String slice) {
        return Optional.ofNullable(bySlice.get(slice));
    }
}
