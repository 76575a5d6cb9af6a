// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.Arrays;
import java.util.Optional;

/** What identifies a person, as far as it can be recognised by the name of a column or the form of a value. */
public enum IdentifierKind {
    /** Names of persons, and account names made of them. */
    NAME(1, "name", "names of persons"),
    /** E-mail addresses. */
    EMAIL(2, "email", "e-mail addresses"),
    /** Telephone numbers. */
    PHONE(4, "phone", "telephone numbers"),
    /** Postal addresses. */
    ADDRESS(8, "address", "postal addresses"),
    /** IPv4 and IPv6 addresses. */
    IP_ADDRESS(16, "ip-address", "IP addresses"),
    /** Full dates of birth; a year of birth alone is none. */
    BIRTH_DATE(32, "birth-date", "full dates of birth"),
    /** INE, the French national number of a pupil or student. */
    STUDENT_NUMBER(64, "student-number", "national student numbers (INE)"),
    /** NIR, the French social security number. */
    SOCIAL_SECURITY_NUMBER(128, "social-security-number", "social security numbers (NIR)"),
    /** Sentences that somebody wrote, which can name anybody. */
    FREE_TEXT(256, "free-text", "free text");

    private final int bit;
    private final String word;
    private final String plural;

    IdentifierKind(int bit, String word, String plural) {
        this.bit = bit;
        this.word = word;
        this.plural = plural;
    }

    /** A bit of its own, since forms of a value are looked up millions of times. */
    int bit() {
        return bit;
    }

    /**
     * The word in configuration.
     *
     * @return lower case, with dashes
     */
    public String word() {
        return word;
    }

    /**
     * What is meant, for messages.
     *
     * @return an English plural
     */
    public String plural() {
        return plural;
    }

    /**
     * Reads the word of configuration.
     *
     * @param word as {@link #word()} gives it
     * @return empty when no kind has that word
     */
    public static Optional<IdentifierKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
