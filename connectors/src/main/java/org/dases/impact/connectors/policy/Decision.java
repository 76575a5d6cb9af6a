// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;
import java.util.function.Function;

/** The answer to a request: a value, not an exception. */
public sealed interface Decision permits Permit, Decision.Denial {

    /**
     * Folds over both answers.
     *
     * @param permitted applied to a permit
     * @param denied applied to a denial
     * @param <R> result
     * @return what the applied function returns
     */
    <R> R match(Function<Permit, R> permitted, Function<Denial, R> denied);

    /**
     * The contract does not allow the request.
     *
     * @param reasons why, each a sentence that a lawyer can read; not empty
     */
    record Denial(List<String> reasons) implements Decision {
        public Denial {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a denial gives its reasons");
            }
        }

        @Override
        public <R> R match(Function<Permit, R> permitted, Function<Denial, R> denied) {
            return denied.apply(this);
        }
    }
}
