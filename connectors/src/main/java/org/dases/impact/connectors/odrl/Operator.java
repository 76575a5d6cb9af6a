// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Operators of ODRL 2.2.
 *
 * @see <a href="https://www.w3.org/TR/odrl-vocab/#constraintRelationalOperators">ODRL vocabulary, operators</a>
 */
public enum Operator {
    /** Equal. */
    EQ("eq", "== ="),
    /** Not equal. */
    NEQ("neq", "ne !="),
    /** Greater. */
    GT("gt", ">"),
    /** Greater or equal. */
    GTEQ("gteq", "gte geq >="),
    /** Less. */
    LT("lt", "<"),
    /** Less or equal. */
    LTEQ("lteq", "lte leq <="),
    /** Contained in. */
    IS_PART_OF("isPartOf", ""),
    /** Contains. */
    HAS_PART("hasPart", ""),
    /** Instance of. */
    IS_A("isA", ""),
    /** All of a set. */
    IS_ALL_OF("isAllOf", ""),
    /** One or more of a set. */
    IS_ANY_OF("isAnyOf", "in"),
    /** None of a set. */
    IS_NONE_OF("isNoneOf", "");

    private final String term;
    private final String aliases;

    Operator(String term, String aliases) {
        this.term = term;
        this.aliases = aliases;
    }

    /**
     * The operator of a name, or of one of the aliases that occur in real contracts ({@code gte}, {@code in},
     * {@code ==}, capitals).
     *
     * @param name without prefix
     * @return empty when it is none
     */
    public static Optional<Operator> of(String name) {
        for (Operator operator : values()) {
            if (operator.term.equalsIgnoreCase(name)
                    || (!name.isEmpty()
                            && Set.of(operator.aliases.split(" ")).contains(name.toLowerCase(Locale.ROOT)))) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /**
     * The term in ODRL.
     *
     * @return for instance {@code gteq}
     */
    public String term() {
        return term;
    }
}
