// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.dases.impact.indicators.disclosure.rules.Rules;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --k}, which says its limits where it is no number. */
final class Threshold implements ITypeConverter<Integer> {
    /** What can be proved: a linear program of the repair knows no larger numbers. */
    static final int MOST = 10_000_000;

    @Override
    public Integer convert(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no whole number from " + Rules.FLOOR + " to " + MOST);
        }
    }
}
