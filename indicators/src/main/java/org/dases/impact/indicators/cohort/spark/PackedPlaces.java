// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.List;
import java.util.function.Consumer;
import org.dases.impact.indicators.cohort.kernel.FactPlaces;
import org.jspecify.annotations.Nullable;

/**
 * Where facts lie, read again each time. Those that lie nowhere are passed over.
 *
 * @param chunks what the tasks packed
 * @param batches which chunks have room together
 * @param space the nodes of all
 * @param providers providers, which are the last axis; those of none are passed over. Null where they are no axis
 */
record PackedPlaces(
        PackedChunks chunks,
        List<List<Integer>> batches,
        CellSpace space,
        @Nullable Dictionary providers) implements FactPlaces {
    PackedPlaces {
        batches = List.copyOf(batches);
    }

    @Override
    public void forEach(Consumer<int[]> place) {
        batches.forEach(batch -> chunks.read(batch).forEach(rows -> tell(rows, place)));
    }

    private void tell(PackedRows rows, Consumer<int[]> place) {
        List<CodePath> axes = space.axes(); // a copy
        List<int[]> nodes = space.numbers(rows);
        int[] providersHere = providers == null ? new int[0] : providers.numbersOf(rows.providerNames);
        int[] at = new int[axes.size() + (providers == null ? 0 : 1)];
        for (int each = 0; each < rows.placeCount(); each++) {
            boolean isSomewhere = PackedPart.find(rows, nodes, axes, each, at);
            int provider = rows.providers.get(each);
            if (providers != null && provider >= 0) {
                at[axes.size()] = providersHere[provider];
            }
            if (isSomewhere && (providers == null || provider >= 0)) {
                place.accept(at);
            }
        }
    }
}
