// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.Optional;

/**
 * What a policy says of an action that it both permits and forbids.
 *
 * @see <a href="https://www.w3.org/TR/odrl-model/#conflict">ODRL information model, policy conflict strategy</a>
 */
public enum Conflict {
    /** Its permissions win. */
    PERMISSION_WINS,
    /** Its prohibitions win; so it is too where nothing is said. */
    PROHIBITION_WINS,
    /** It permits nothing at all any more. */
    VOID;

    /**
     * The strategy of a word.
     *
     * @param word for instance {@code perm}; empty when the policy says nothing
     * @return {@link #VOID} for a word that is not known
     */
    static Conflict of(Optional<String> word) {
        return switch (word.orElse("prohibit")) {
            case "perm" -> PERMISSION_WINS;
            case "prohibit" -> PROHIBITION_WINS;
            default -> VOID;
        };
    }
}
