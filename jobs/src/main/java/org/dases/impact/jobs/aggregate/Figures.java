// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

/**
 * The figures of all cells of a table. How many distinct schools or providers are behind a total cannot be known from
 * those of its inner cells, but bounds can; a row of the total may tell it.
 */
final class Figures {
    private final long[] freq;
    private final int[] peopled;
    private final Bodies schools;
    private final Bodies providers;
    private final long[] top;
    private long crowded;

    Figures(int cells) {
        freq = new long[cells];
        peopled = new int[cells];
        schools = new Bodies(cells);
        providers = new Bodies(cells);
        top = new long[cells];
    }

    /**
     * Puts in an inner cell. Each school and provider in it has somebody: it has no more of them than people, and a
     * largest school without anybody is one of which nothing is known.
     */
    void put(int cell, long count, long ofSchools, long ofProviders, long ofTop) {
        crowded += ofSchools > count || ofProviders > count ? 1 : 0;
        freq[cell] = count;
        peopled[cell] = count > 0 ? 1 : 0;
        top[cell] = ofTop == 0 ? count : Math.min(count, Math.max(ofTop, leastTop(count, ofSchools)));
        if (count > 0) {
            schools.most[cell] = Math.max(1, Math.min(ofSchools, count));
            providers.most[cell] = Math.max(1, Math.min(ofProviders, count));
        }
        schools.all[cell] = ofSchools > 0 ? Math.min(ofSchools, count) : count;
        providers.all[cell] = ofProviders > 0 ? Math.min(ofProviders, count) : count;
    }

    /**
     * Tells of how many schools and providers a total is.
     *
     * @return false if an inner cell has more, or all of them together have fewer
     */
    boolean tell(int cell, long ofSchools, long ofProviders) {
        schools.told[cell] = ofSchools;
        providers.told[cell] = ofProviders;
        return schools.canBe(cell, ofSchools) && providers.canBe(cell, ofProviders);
    }

    /** Adds up all totals. */
    void total(Cube cube) {
        cube.forEachStep((cell, above) -> {
            freq[above] = Math.addExact(freq[above], freq[cell]);
            peopled[above] += peopled[cell];
            top[above] += top[cell];
            schools.most[above] = Math.max(schools.most[above], schools.most[cell]);
            providers.most[above] = Math.max(providers.most[above], providers.most[cell]);
            schools.all[above] += schools.all[cell];
            providers.all[above] += providers.all[cell];
        });
    }

    /** Who is alone behind a total is alone behind all that is in it, too, where nothing is told of that. */
    void carryDown(Cube cube) {
        carryDown(cube, schools);
        carryDown(cube, providers);
    }

    private void carryDown(Cube cube, Bodies bodies) {
        boolean[] isMore = {true};
        while (isMore[0]) {
            isMore[0] = false;
            cube.forEachStep((cell, above) -> {
                if (bodies.told[above] == 1 && bodies.told[cell] == 0 && freq[cell] > 0) {
                    bodies.told[cell] = 1;
                    isMore[0] = true;
                }
            });
        }
    }

    /** The figures of some cells, in their order. */
    Figures of(int[] cells) {
        Figures some = new Figures(cells.length);
        for (int cell = 0; cell < cells.length; cell++) {
            some.freq[cell] = freq[cells[cell]];
            some.peopled[cell] = peopled[cells[cell]];
            some.top[cell] = top[cells[cell]];
            some.schools.most[cell] = schools.most[cells[cell]];
            some.providers.most[cell] = providers.most[cells[cell]];
            some.schools.all[cell] = schools.all[cells[cell]];
            some.providers.all[cell] = providers.all[cells[cell]];
            some.schools.told[cell] = schools.told[cells[cell]];
            some.providers.told[cell] = providers.told[cells[cell]];
        }
        return some;
    }

    /** Number of inner cells that were said to have more schools or providers than people. */
    long crowded() {
        return crowded;
    }

    long freq(int cell) {
        return freq[cell];
    }

    long schools(int cell) {
        return schools.known(cell, peopled[cell]);
    }

    long providers(int cell) {
        return providers.known(cell, peopled[cell]);
    }

    /** At most so many are of one school: those of the largest schools of the inner cells together. */
    long top(int cell) {
        return Math.max(top[cell], leastTop(freq[cell], schools.told[cell]));
    }

    /** The largest of some schools has at least so many; none where their number is not told. */
    private static long leastTop(long count, long ofSchools) {
        return ofSchools == 0 ? 0 : (count + ofSchools - 1) / ofSchools;
    }

    /** Schools or providers. An inner cell with people of which none is told is taken to have one. */
    private static final class Bodies {
        private final long[] most;
        private final long[] told;
        private final long[] all;

        Bodies(int cells) {
            most = new long[cells];
            all = new long[cells];
            told = new long[cells];
        }

        /** Whether so many may be behind a total; nothing is told of none. */
        boolean canBe(int cell, long number) {
            return number == 0 || (most[cell] <= number && number <= all[cell]);
        }

        /**
         * How many there are, where that was told, or at least. One only where it is sure that there is one only: below
         * a total over several cells of one each there may be one or several, told as none, so that no threshold is
         * reached by it and nobody counts as alone behind it.
         */
        long known(int cell, int inner) {
            return told[cell] > 0 ? told[cell] : most[cell] == 1 && inner > 1 ? 0 : most[cell];
        }
    }
}
