// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbMapTest {
    /** The rules of the domain: every verb that they name. */
    @ParameterizedTest
    @CsvSource({
        "accessed, VIEW",
        "viewed, VIEW",
        "launched, VIEW",
        "initialized, VIEW",
        "experienced, VIEW",
        "navigated, VIEW",
        "played, MEDIA",
        "paused, MEDIA",
        "seeked, MEDIA",
        "attempted, ATTEMPT",
        "answered, ATTEMPT",
        "evaluated, ATTEMPT",
        "passed, PASS",
        "failed, FAIL",
        "completed, COMPLETE",
        "scored, SCORE",
        "earned, BADGE",
        "registered, ENROL",
        "unregistered, UNENROL",
        "downloaded, DOWNLOAD",
        "asked, SOCIAL",
        "posted, SOCIAL",
        "commented, SOCIAL",
        "terminated, END",
        "logged-out, END"
    })
    void mapsEveryVerbOfTheRules(String verb, EventAction action) {
        assertThat(action("https://w3id.org/xapi/netc/verbs/" + verb)).contains(action);
        assertThat(action(verb)).contains(action);
    }

    @ParameterizedTest
    @CsvSource({
        "http://adlnet.gov/expapi/verbs/initialized, VIEW",
        "https://adlnet.gov/expapi/verbs/initialized/, VIEW",
        "https://w3id.org/xapi/video/verbs/played, MEDIA",
        "http://id.tincanapi.com/verb/downloaded, DOWNLOAD",
        "http://activitystrea.ms/schema/1.0/complete, COMPLETE",
        "http://activitystrea.ms/schema/1.0/access, VIEW",
        "https://w3id.org/xapi/adl/verbs/logged-out, END",
        "http://www.adlnet.gov/expapi/verbs/passed, PASS",
        "https://w3id.org/xapi/acrossx/verbs#viewed##/, VIEW",
        "' HTTP://ADLNET.GOV/expapi/verbs/Passed ', PASS"
    })
    void knowsTheVocabularies(String verb, EventAction action) {
        assertThat(action(verb)).contains(action);
        assertThat(VerbMap.knows(verb)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vendor.example/verbs/passed",
                "https://evil.example/adlnet.gov/expapi/verbs/passed",
                "http://adlnet.gov/expapi/verbs/interacted",
                "https://w3id.org/xapi/netc/verbs/uploaded",
                "http://activitystrea.ms/",
                "passed!",
                "",
                " "
            })
    void givesNoActionToUnknownVerbs(String verb) {
        assertThat(action(verb)).isEmpty();
        assertThat(VerbMap.knows(verb)).isFalse();
    }

    @Test
    void progressIsCompletionOnlyAtTheEnd() {
        String progressed = "http://adlnet.gov/expapi/verbs/progressed";
        assertThat(VerbMap.action(progressed, OptionalDouble.of(1.0))).contains(EventAction.COMPLETE);
        assertThat(VerbMap.action(progressed, OptionalDouble.of(0.99))).isEmpty();
        assertThat(VerbMap.action(progressed, OptionalDouble.empty())).isEmpty();
        assertThat(VerbMap.knows(progressed)).isTrue();
    }

    @Test
    void nullIsNoVerb() {
        assertThat(action(null)).isEmpty();
        assertThat(VerbMap.knows(null)).isFalse();
        assertThat(VerbMap.name(null)).isEmpty();
    }

    @Test
    void voidingIsKnownAndNoAction() {
        assertThat(action("http://adlnet.gov/expapi/verbs/voided")).isEmpty();
        assertThat(VerbMap.knows("http://adlnet.gov/expapi/verbs/voided")).isTrue();
    }

    private static Optional<EventAction> action(@Nullable String verb) {
        return VerbMap.action(verb, OptionalDouble.empty());
    }
}
