// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.util.Optional;

/**
 * What became of a published cell from one release to a later one.
 *
 * @param place indicator, period and codes, for a message
 * @param kind what became of it
 * @param extent by how much its value changed; empty unless it changed from one exact number to another
 */
public record CellChange(String place, Kind kind, Optional<Extent> extent) {
    /** What became of a cell; each has one of them. */
    public enum Kind {
        /** Both tell the same. */
        SAME,
        /** The later one tells something new. */
        CHANGED,
        /**
         * The later one shows an earlier figure: nobody is told whether this cell or another one moved by few persons.
         */
        FROZEN,
        /** Told before, withheld now. */
        WITHHELD,
        /** Withheld before, told now. */
        TOLD,
        /** Withheld in both. */
        SECRET,
        /** Only the later release has it. */
        NEW,
        /** Only the earlier release has it. */
        GONE
    }

    /** Size of a change of a value against the earlier one. */
    public enum Extent {
        /** Less than one hundredth. */
        BELOW_1,
        /** From one to less than five hundredths. */
        FROM_1_TO_5,
        /** From five to less than twenty hundredths. */
        FROM_5_TO_20,
        /** A fifth or more, or from zero. */
        FROM_20;

        static Extent of(double before, double after) {
            double part = Math.abs(after - before) / Math.abs(before);
            if (part < 0.01) {
                return BELOW_1;
            }
            if (part < 0.05) {
                return FROM_1_TO_5;
            }
            return part < 0.2 ? FROM_5_TO_20 : FROM_20;
        }
    }
}
