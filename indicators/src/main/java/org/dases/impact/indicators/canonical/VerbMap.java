// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From a verb to what was done. A verb is an IRI of a known vocabulary (ADL, the xAPI profiles under w3id.org, the Tin
 * Can registry, Activity Streams, DASES) or a bare word, as CSV sources write it; its last segment decides.
 *
 * <p>An IRI outside these vocabularies is unknown even where it ends in a known word: a vendor's own "passed" need not
 * mean the same. Unknown verbs have no action and are counted.
 */
public final class VerbMap {
    private static final String PROGRESSED = "progressed";
    private static final String VOIDED = "voided";
    private static final String WWW = "www.";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");

    private static final List<String> VOCABULARIES = List.of(
            "adlnet.gov/expapi/verbs/",
            "w3id.org/xapi/",
            "id.tincanapi.com/verb/",
            "activitystrea.ms/",
            "schema.dases.eu/xapi/",
            "brindlewaye.com/xapiterms/verbs/");

    private static final Map<String, EventAction> ACTIONS = Map.ofEntries(
            Map.entry("accessed", EventAction.VIEW),
            Map.entry("viewed", EventAction.VIEW),
            Map.entry("launched", EventAction.VIEW),
            Map.entry("initialized", EventAction.VIEW),
            Map.entry("experienced", EventAction.VIEW),
            Map.entry("navigated", EventAction.VIEW),
            Map.entry("played", EventAction.MEDIA),
            Map.entry("paused", EventAction.MEDIA),
            Map.entry("seeked", EventAction.MEDIA),
            Map.entry("attempted", EventAction.ATTEMPT),
            Map.entry("answered", EventAction.ATTEMPT),
            Map.entry("evaluated", EventAction.ATTEMPT),
            Map.entry("passed", EventAction.PASS),
            Map.entry("failed", EventAction.FAIL),
            Map.entry("completed", EventAction.COMPLETE),
            Map.entry("scored", EventAction.SCORE),
            Map.entry("earned", EventAction.BADGE),
            Map.entry("registered", EventAction.ENROL),
            Map.entry("unregistered", EventAction.UNENROL),
            Map.entry("downloaded", EventAction.DOWNLOAD),
            Map.entry("asked", EventAction.SOCIAL),
            Map.entry("posted", EventAction.SOCIAL),
            Map.entry("commented", EventAction.SOCIAL),
            Map.entry("terminated", EventAction.END),
            Map.entry("logged-out", EventAction.END));

    /** Activity Streams 1.0 writes verbs in their base form. */
    private static final Map<String, String> BASE_FORMS = Map.of(
            "access", "accessed",
            "experience", "experienced",
            "play", "played",
            "complete", "completed",
            "post", "posted");

    private VerbMap() {}

    /**
     * What a verb means.
     *
     * @param verb IRI or bare word, or null
     * @param share part of the object done, where the record tells it; a progress verb means COMPLETE from 1.0
     * @return the action, or empty for null, an unknown verb, or progress short of the end
     */
    public static Optional<EventAction> action(@Nullable String verb, OptionalDouble share) {
        String name = name(verb).orElse("");
        if (name.equals(PROGRESSED)) {
            return share.isPresent() && share.getAsDouble() >= 1.0
                    ? Optional.of(EventAction.COMPLETE)
                    : Optional.empty();
        }
        return Optional.ofNullable(ACTIONS.get(name));
    }

    /**
     * Whether a verb is in the table, so that having no action is no loss.
     *
     * @param verb IRI or bare word, or null
     * @return true also for progressed and voided; false for null
     */
    public static boolean knows(@Nullable String verb) {
        return name(verb)
                .filter(name -> ACTIONS.containsKey(name) || name.equals(PROGRESSED) || name.equals(VOIDED))
                .isPresent();
    }

    /**
     * The short name of a verb of a known vocabulary.
     *
     * @param verb IRI or bare word, or null
     * @return its last segment in lower case, for instance {@code played}; empty for null, blank, or an IRI outside the
     *     known vocabularies
     */
    public static Optional<String> name(@Nullable String verb) {
        if (verb == null || verb.isBlank()) {
            return Optional.empty();
        }
        String text = verb.strip().toLowerCase(Locale.ROOT);
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return WORD.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        }
        String place = text.substring(text.startsWith(WWW, scheme + 3) ? scheme + 3 + WWW.length() : scheme + 3);
        if (VOCABULARIES.stream().noneMatch(place::startsWith)) {
            return Optional.empty();
        }
        String segment = lastSegment(place);
        return Optional.of(place.startsWith("activitystrea.ms/") ? BASE_FORMS.getOrDefault(segment, segment) : segment);
    }

    /** What stands behind the last slash or number sign, those at the end aside; each record has a verb. */
    private static String lastSegment(String place) {
        int end = place.length();
        while (end > 0 && isBetween(place.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && !isBetween(place.charAt(begin - 1))) {
            begin--;
        }
        return place.substring(begin, end);
    }

    private static boolean isBetween(char c) {
        return c == '/' || c == '#';
    }
}
