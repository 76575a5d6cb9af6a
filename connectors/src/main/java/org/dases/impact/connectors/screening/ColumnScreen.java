// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.Set;
import org.dases.impact.connectors.screening.Finding.Evidence;
import org.jspecify.annotations.Nullable;

/** Looks at the name and the values of one column or JSON path; finds each kind once. */
final class ColumnScreen {
    /** Names of things in French data have up to eight words; sentences have more. */
    private static final int WORDS_OF_A_SENTENCE = 9;

    /** Where the name says that somebody writes there, a few words are a text. */
    private static final int WORDS_OF_A_COMMENT = 3;

    private static final int FREE_TEXT = IdentifierKind.FREE_TEXT.bit();
    private static final int BIRTH_DATE = IdentifierKind.BIRTH_DATE.bit();
    private static final int IP_ADDRESS = IdentifierKind.IP_ADDRESS.bit();

    private final String column;
    private final ColumnName name;
    private final boolean allowed;
    private final Set<Finding> findings;
    private final int words;
    private int done;
    private boolean nameJudged;

    private ColumnScreen(String column, ColumnName name, boolean allowed, int ignored, Set<Finding> findings) {
        this.column = column;
        this.name = name;
        this.allowed = allowed;
        this.findings = findings;
        this.words = name.saysComment() ? WORDS_OF_A_COMMENT : WORDS_OF_A_SENTENCE;
        this.done = ignored;
    }

    static ColumnScreen of(String column, ColumnName name, ScreeningRules rules, Set<Finding> findings) {
        int ignored = name.namesAThing() ? FREE_TEXT : 0;
        boolean allowed = false;
        for (Allowed one : rules.allowed()) {
            if (one.covers(column)) {
                allowed = true;
                ignored |= FREE_TEXT;
                @Nullable IdentifierKind said = name.kind();
                ignored |= said == null ? 0 : said.bit();
                for (IdentifierKind kind : one.kinds()) {
                    ignored |= kind.bit();
                }
            }
        }
        if (name.saysVersion()) {
            ignored |= IP_ADDRESS;
        }
        if (!name.saysBirth()) {
            ignored |= BIRTH_DATE;
        }
        return new ColumnScreen(column, name, allowed, ignored, findings);
    }

    /** Finds what the name says, unless the column is allowed. */
    void judgeName() {
        if (nameJudged) {
            return;
        }
        nameJudged = true;
        @Nullable IdentifierKind kind = name.kind();
        if (kind != null && !allowed) {
            findings.add(new Finding(column, kind, Evidence.COLUMN_NAME));
            done |= kind.bit();
        }
    }

    void inspect(String value) {
        found(ValueForms.of(value));
        if ((done & BIRTH_DATE) == 0 && ValueForms.isFullDate(value)) {
            found(BIRTH_DATE);
        }
        if ((done & FREE_TEXT) == 0 && ValueForms.hasWords(value, words)) {
            found(FREE_TEXT);
        }
    }

    void found(int forms) {
        int fresh = forms & ~done;
        if (fresh == 0) {
            return;
        }
        done |= fresh;
        for (IdentifierKind kind : IdentifierKind.values()) {
            if ((fresh & kind.bit()) != 0) {
                findings.add(new Finding(column, kind, Evidence.VALUES));
            }
        }
    }
}
