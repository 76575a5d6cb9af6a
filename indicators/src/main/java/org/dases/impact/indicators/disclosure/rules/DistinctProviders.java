// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/**
 * Figures pooled over providers need several distinct ones, so that none can subtract itself and see another; unless
 * every contract permits figures about a single provider.
 */
record DistinctProviders(int least) implements PrimaryRule {
    @Override
    public boolean isBreached(Cell cell) {
        Long providers = cell.tally().contributors().providers();
        return !cell.series().singleProviderRelease() && providers != null && providers < least;
    }
}
