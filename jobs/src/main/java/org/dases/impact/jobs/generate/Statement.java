// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import org.jspecify.annotations.Nullable;

/**
 * One thing a person did in a solution, before it is written in its provider's dialect of xAPI.
 *
 * @param id identifier of the statement
 * @param object last part of the object's IRI
 * @param attempt number of the attempt, 0 where there is none
 * @param seconds active time that the provider states, −1 where it does not
 * @param position second of the film that is played from, −1 where none is played
 * @param at seconds since 1970, UTC
 */
record Statement(
        String id,
        Visit visit,
        Verb verb,
        String object,
        Kind kind,
        @Nullable Boolean success,
        int attempt,
        int seconds,
        int position,
        long at) {

    /** Who uses what, and where. */
    record Visit(
            String account, String uai, boolean staff, Solution solution, String registration, int offsetSeconds) {}

    /** Verbs of the two providers, with their IRIs. */
    enum Verb {
        LAUNCHED("http://adlnet.gov/expapi/verbs/launched"),
        INITIALIZED("http://adlnet.gov/expapi/verbs/initialized"),
        EXPERIENCED("http://adlnet.gov/expapi/verbs/experienced"),
        VIEWED("http://id.tincanapi.com/verb/viewed"),
        PLAYED("https://w3id.org/xapi/video/verbs/played"),
        PAUSED("https://w3id.org/xapi/video/verbs/paused"),
        ANSWERED("http://adlnet.gov/expapi/verbs/answered"),
        PASSED("http://adlnet.gov/expapi/verbs/passed"),
        FAILED("http://adlnet.gov/expapi/verbs/failed"),
        COMPLETED("http://adlnet.gov/expapi/verbs/completed"),
        DOWNLOADED("http://id.tincanapi.com/verb/downloaded"),
        TERMINATED("http://adlnet.gov/expapi/verbs/terminated"),
        HOVERED("https://edtech-b.example/xapi/verbs/hovered"),
        VOIDED("http://adlnet.gov/expapi/verbs/voided");

        private final String iri;

        Verb(String iri) {
            this.iri = iri;
        }

        String iri() {
            return iri;
        }
    }

    /** What is acted on. */
    enum Kind {
        SOLUTION("http://adlnet.gov/expapi/activities/course"),
        EXERCISE("http://adlnet.gov/expapi/activities/assessment"),
        VIDEO("https://w3id.org/xapi/video/activity-type/video"),
        STATEMENT("");

        private final String iri;

        Kind(String iri) {
            this.iri = iri;
        }

        String iri() {
            return iri;
        }
    }

    Statement withVerb(Verb other) {
        return new Statement(id, visit, other, object, kind, success, attempt, seconds, position, at);
    }

    /** The statement that takes this one back. */
    Statement voiding(String newId) {
        return new Statement(newId, visit, Verb.VOIDED, id, Kind.STATEMENT, null, 0, -1, -1, at + 60);
    }
}
