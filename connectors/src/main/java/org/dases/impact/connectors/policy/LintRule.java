// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.Locale;

/** What the linter looks for. */
public enum LintRule {
    /** Conditions that exclude each other: the rule can never hold. */
    CONDITIONS_IMPOSSIBLE,
    /** A permission that a prohibition covers wholly. */
    PERMISSION_DEAD,
    /** A permission and a prohibition of the same, with different conditions or of different width. */
    PERMISSION_CONFLICT,
    /** A condition or member that is not part of ODRL. */
    PART_UNREADABLE,
    /** An operator in another spelling than ODRL's. */
    OPERATOR_ALIAS,
    /** An operator that is none of ODRL. */
    OPERATOR_UNKNOWN,
    /** An operand in another spelling than ODRL's. */
    OPERAND_ALIAS,
    /** An operand of neither ODRL nor the engine's profile. */
    OPERAND_UNKNOWN,
    /** An operand of ODRL that this engine is told nothing about. */
    OPERAND_UNTESTED,
    /** A value that does not have the type of its operand. */
    VALUE_MALFORMED,
    /** An action in an old or other spelling. */
    ACTION_ALIAS,
    /** An action that is none of ODRL. */
    ACTION_UNKNOWN,
    /** A rule that names no action or no target. */
    RULE_INCOMPLETE,
    /** A duty that this engine cannot do. */
    DUTY_IMPOSSIBLE,
    /** A purpose that none of our indicators is computed for. */
    PURPOSE_UNUSED,
    /** A contract whose status is missing or not known. */
    STATUS_MISSING,
    /** A contract that is not in force by its status. */
    STATUS_NOT_SIGNED,
    /** A party whose signature is missing. */
    SIGNATURE_MISSING,
    /** A contract that has the same party on both sides. */
    PARTIES_SAME,
    /** A contract that ends before it begins or is signed. */
    VALIDITY_IMPOSSIBLE;

    /**
     * Its name for people and machines.
     *
     * @return for instance {@code permission-dead}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
