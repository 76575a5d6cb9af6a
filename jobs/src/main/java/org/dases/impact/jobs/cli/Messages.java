// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.dases.impact.connectors.document.Problem;

/** The texts that officials read, in French or in English. */
final class Messages {
    static final String BUNDLE = "org.dases.impact.jobs.cli.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** What is told of contract services. */
    private final ResourceBundle services;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = bundle(BUNDLE, locale);
        this.services = bundle("org.dases.impact.jobs.cli.services", locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Texts in a language; English for any that we do not have. */
    static Messages in(Locale locale) {
        return new Messages(locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
    }

    String text(String key, Object... arguments) {
        ResourceBundle texts = services.containsKey(key) ? services : bundle;
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** What the engine says of contracts, decisions and findings, in this language. */
    String said(String sentence) {
        return Sentences.in(locale).said(sentence);
    }

    /** A problem of a file as one line, in this language. */
    String said(Problem problem) {
        return new Problem(problem.file(), problem.place(), said(problem.reason()), said(problem.fix())).message();
    }

    /** A heading of ours in this language. */
    String heading(String word) {
        return Sentences.in(locale).word(word);
    }

    /** What stands under a heading: a word of ours or a rule in this language; a name as it is. */
    String said(String heading, String value) {
        if (heading.equals("rule")) {
            return said(value);
        }
        boolean ours = Set.of("kind", "status").contains(heading)
                || Set.of("true", "false", "several", "any member").contains(value)
                || value.startsWith("members of ");
        return ours ? heading(value) : value;
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
