// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dases.impact.indicators.disclosure.earlier.KeptTerms;
import org.dases.impact.indicators.disclosure.earlier.Ledger;

/** The gate's answer: an outcome, not an exception. */
public sealed interface Clearance {

    /**
     * Takes either side.
     *
     * @param granted what to do with a granted release
     * @param refused what to do with a refusal
     * @param <R> type of the result
     * @return the result of the function that applies
     */
    <R> R match(Function<Granted, R> granted, Function<Refused, R> refused);

    /**
     * The release may be published.
     *
     * @param release its tables
     * @param ledger what is to be remembered of it; restricted
     * @param explanations why figures are withheld; restricted
     * @param witnesses what proves that withheld numbers cannot be bounded; restricted
     * @param kept what goes on to hold since an earlier release had it
     */
    record Granted(
            ClearedRelease release, Ledger ledger, Explanations explanations, Witnesses witnesses, List<KeptTerms> kept)
            implements Clearance {
        public Granted {
            kept = List.copyOf(kept);
        }

        @Override
        public <R> R match(Function<Granted, R> granted, Function<Refused, R> refused) {
            return granted.apply(this);
        }
    }

    /**
     * Nothing may be published.
     *
     * @param reasons why, with what to do about it; no numbers of a cell
     * @param cause the fault behind it, for the restricted log, where there was one
     */
    record Refused(List<String> reasons, Optional<Throwable> cause) implements Clearance {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R match(Function<Granted, R> granted, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
