// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/** Why a cell is unsafe by itself, for those who repair a pattern. Restricted: no reader may know. */
public sealed interface PrimaryReason {
    /**
     * The reason without what it is about.
     *
     * @return one of the reasons that hold for a cell by itself
     */
    WithheldFor kind();

    /** Fewer contributors than k. */
    record BelowThreshold() implements PrimaryReason {
        @Override
        public WithheldFor kind() {
            return WithheldFor.BELOW_THRESHOLD;
        }
    }

    /** Another rule on one cell: schools, providers, dominance, sides of a rate, secret zeros. */
    record OtherRule() implements PrimaryReason {
        @Override
        public WithheldFor kind() {
            return WithheldFor.OTHER_RULE;
        }
    }

    /**
     * Its earlier figure is known and it has moved since by less than k: the difference would tell of a few.
     *
     * @param release the release that told it
     * @param indicator the series
     * @param earlier the figure that was told
     */
    record Moved(String release, String indicator, long earlier) implements PrimaryReason {
        @Override
        public WithheldFor kind() {
            return WithheldFor.MOVED;
        }
    }

    /**
     * It was secret in an earlier release and has not moved since: its figure now is its figure then.
     *
     * @param release the release that withheld it
     * @param indicator the series
     */
    record SecretUnmoved(String release, String indicator) implements PrimaryReason {
        @Override
        public WithheldFor kind() {
            return WithheldFor.UNMOVED;
        }
    }
}
