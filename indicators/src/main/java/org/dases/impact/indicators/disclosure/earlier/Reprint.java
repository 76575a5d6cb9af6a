// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an earlier release printed, to be shown again as it was. What is asked by now holds for it, too: where
 * that is more than was asked then, the row must show that it has as much.
 *
 * @param figure what is remembered of it; with counts, and a row that told it
 */
public record Reprint(Ledger.Figure figure) {
    /**
     * Whether it may be shown again.
     *
     * @param rules what is asked by now
     * @param series the indicator on the terms of now
     * @return whether the row shows all that is asked
     */
    public boolean isAllowed(PrimaryRules rules, Series series) {
        boolean isSecretZero = counts().isNobody() && rules.isSecretAsZero(series);
        boolean isOfFew = learners() > 0 && learners() < rules.threshold(series);
        return !isSecretZero && !isOfFew && (counts().isNobody() || isWithin(rules.limits(series)));
    }

    private boolean isWithin(Limits now) {
        Limits then = figure.limits();
        ClearedRow printed = figure.printed().orElseThrow();
        Double denominator = printed.denominator();
        boolean isOfMany = (learners() == 0 || learners() >= now.denominator())
                && (denominator == null || denominator >= now.denominator());
        return (now.denominator() <= then.denominator() || isOfMany)
                && now.side() <= then.side()
                && (now.schools() <= then.schools() || isAtLeast(now.schools(), printed.schools()))
                && now.largestSchoolPercent() >= then.largestSchoolPercent()
                && (now.providers() <= then.providers() || isAtLeast(now.providers(), printed.providers()));
    }

    private static boolean isAtLeast(int least, @Nullable Long shown) {
        return shown != null && shown >= least;
    }

    private long learners() {
        return counts().learners();
    }

    private Ledger.Counts counts() {
        return figure.counts().orElseThrow();
    }
}
