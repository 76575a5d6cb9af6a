// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/** A cube that cannot be counted exactly or is too large; the message says what to change. */
public final class CubeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CubeRefused(String message) {
        super(message);
    }

    static CubeRefused tooWide(Axis widest) {
        return new CubeRefused("the axes of the cube do not fit 64 bits together; leave an axis out or coarsen '"
                + widest.name() + "', the widest with " + widest.nodes() + " nodes");
    }

    static CubeRefused tooManyCells(long most, Axis widest) {
        return new CubeRefused("the cube has more than " + most + " cells; leave an axis out or coarsen '"
                + widest.name() + "', the widest with " + widest.nodes() + " nodes");
    }

    static CubeRefused overflow(int measure) {
        return new CubeRefused("the values of measure " + measure
                + " do not fit 64 bits when they are added; use a coarser unit or fewer facts");
    }
}
