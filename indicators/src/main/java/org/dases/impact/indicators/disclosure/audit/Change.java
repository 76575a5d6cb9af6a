// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import org.jspecify.annotations.Nullable;

/**
 * How much a sum grows, less how much it shrinks, in a linear program; one variable where neither costs anything.
 *
 * @param more how much it grows
 * @param less how much it shrinks; none where the other one may be negative
 */
record Change(MPVariable more, @Nullable MPVariable less) {
    double value() {
        return more.solutionValue() - (less == null ? 0 : less.solutionValue());
    }

    /** Adds it to a row, in which it may stand already. */
    void add(MPConstraint row, int factor) {
        row.setCoefficient(more, row.getCoefficient(more) + factor);
        if (less != null) {
            row.setCoefficient(less, row.getCoefficient(less) - factor);
        }
    }

    /** Puts it into a row in which it does not stand yet. */
    void put(MPConstraint row, int factor) {
        row.setCoefficient(more, factor);
        if (less != null) {
            row.setCoefficient(less, -factor);
        }
    }

    /** Keeps it, times one or minus one, at a number at least, which is not above zero. */
    void keepAtLeast(double least, int factor) {
        if (factor < 0) {
            more.setUb(Math.min(more.ub(), -least));
        } else if (less == null) {
            more.setLb(Math.max(more.lb(), least));
        } else {
            less.setUb(Math.min(less.ub(), -least));
        }
    }

    /** The least that it may be: an atom cannot lose more than it has. */
    double least() {
        return less == null ? more.lb() : -less.ub();
    }

    /** The most that it may be: a part is no larger than its whole. */
    double most() {
        return more.ub();
    }

    /**
     * Leaves it nothing but one value.
     *
     * @return what takes that back
     */
    Runnable fix(double by) {
        double least = more.lb();
        double greatest = more.ub();
        double most = less == null ? 0 : less.ub();
        double own = less == null ? by : Math.max(by, 0);
        more.setBounds(own, own);
        if (less != null) {
            less.setBounds(Math.max(-by, 0), Math.max(-by, 0));
        }
        return () -> {
            more.setBounds(least, greatest);
            if (less != null) {
                less.setBounds(0, most);
            }
        };
    }
}
