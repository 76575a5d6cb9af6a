// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

/**
 * What is done with data, in the words of ODRL 2.2. {@link #USE} includes all others.
 *
 * @see <a href="https://www.w3.org/TR/odrl-vocab/#actionConcepts">ODRL vocabulary, actions</a>
 */
public enum Action {
    /** Any use. */
    USE,
    /** Obtain the data from the source. */
    READ,
    /** Compute figures over several records. */
    AGGREGATE,
    /** Make new data out of them. */
    DERIVE,
    /** Hand figures on to others. */
    DISTRIBUTE,
    /** Show figures to others. */
    DISPLAY,
    /** Make persons unidentifiable. */
    ANONYMIZE,
    /** Keep a copy. */
    ARCHIVE,
    /** Remove all copies. */
    DELETE
}
