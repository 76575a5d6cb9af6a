// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

/** The pseudonym key cannot be had. The message says where it should be and what to do; it never holds the key. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyException(String message) {
        super(message);
    }
}
