// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.connectors.contract.SampleContracts.RESOURCE;

import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsTest {
    @Test
    void readsAllTermsOfAPermission() {
        Terms terms = terms(permission(
                "minCohortSize gteq 20",
                "granularity eq academie",
                "retention lteq P3Y",
                "pseudonymDomain eq fr-edu",
                "singleProviderRelease eq true"));
        assertThat(terms)
                .isEqualTo(new Terms(
                        OptionalInt.of(20),
                        Optional.of(Set.of("academie")),
                        Optional.of(Period.ofYears(3)),
                        Optional.empty(),
                        Optional.of("fr-edu"),
                        true,
                        Set.of(),
                        Set.of(),
                        Optional.empty()));
    }

    @Test
    void hasNoTermsWhereNoneAreStated() {
        assertThat(terms(permission()))
                .isEqualTo(new Terms(
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Set.of(),
                        Set.of(),
                        Optional.empty()));
    }

    @Test
    void takesTheStrictestOfSeveralPermissions() {
        Terms terms = terms(
                permission("minCohortSize gteq 20", "retention lteq P13M", "singleProviderRelease eq true"),
                permission("minCohortSize gt 24", "retention eq P1Y", "singleProviderRelease eq false"));
        assertThat(terms.minimumCohortSize()).hasValue(25);
        assertThat(terms.retention()).contains(Period.ofYears(1));
        assertThat(terms.singleProviderRelease()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "use, use, false",
        "distribute, use, false",
        "distribute, read, true",
        "display, aggregate, true",
    })
    void needsTheConsentOfEachPermissionToPublish(String consenting, String silent, boolean consent) {
        Terms terms = terms(
                permission("singleProviderRelease eq true").replace("\"use\"", '"' + consenting + '"'),
                permission().replace("\"use\"", '"' + silent + '"'));
        assertThat(terms.singleProviderRelease()).isEqualTo(consent);
    }

    @Test
    void takesNoConsentThatIsOneOfSeveralAlternatives() {
        String alternatives = "{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"constraint\": [{\"or\": ["
                + constraint("singleProviderRelease eq true") + "," + constraint("purpose eq x") + "]}]}";
        assertThat(terms(alternatives).singleProviderRelease()).isFalse();
    }

    @Test
    void joinsNothingWherePermissionsNameDifferentDomains() {
        Terms terms = terms(permission("pseudonymDomain eq fr-edu"), permission("pseudonymDomain eq fr-sup"));
        assertThat(terms.pseudonymDomain()).isEmpty();
    }

    @Test
    void keepsTermsThatAreNestedInLogicalConstraints() {
        String nested = "{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"constraint\": [{\"and\": ["
                + constraint("minCohortSize gteq 30") + ", {\"or\": [" + constraint("purpose eq x") + "]}]}]}";
        assertThat(terms(nested).minimumCohortSize()).hasValue(30);
    }

    @Test
    void leavesOutTheTermsOfOtherResources() {
        Contract contract = SampleContracts.contract(
                SampleContracts.ecosystem("\"permission\": [" + permission("pseudonymDomain eq fr-edu") + "]"));
        assertThat(contract.terms(RESOURCE).pseudonymDomain()).contains("fr-edu");
        assertThat(contract.terms("urn:other-resource").pseudonymDomain()).contains("other");
    }

    @ParameterizedTest
    @CsvSource({
        "delete elapsedTime lteq P90D, P90D",
        "delete delayPeriod eq P6M, P6M",
    })
    void takesTheTimeForDeletionAsRetention(String duty, Period expected) {
        Terms terms = terms("{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"duty\": [" + duty(duty) + "]}");
        assertThat(terms.retention()).contains(expected);
        assertThat(terms.duties()).containsExactly("delete");
    }

    @Test
    void takesTheDateForDeletion() {
        Terms terms = terms("{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"duty\": ["
                + duty("delete dateTime lteq 2027-01-31") + "]}");
        assertThat(terms.deleteBy()).contains(Instant.parse("2027-01-31T23:59:59.999999999Z"));
    }

    private static String duty(String words) {
        String[] split = words.split(" ", 2);
        return "{\"action\": \"" + split[0] + "\", \"constraint\": [" + constraint(split[1]) + "]}";
    }

    private static String permission(String... constraints) {
        return "{\"action\": \"use\", \"target\": \"" + RESOURCE + "\", \"constraint\": ["
                + Arrays.stream(constraints).map(TermsTest::constraint).collect(Collectors.joining(",")) + "]}";
    }

    private static String constraint(String words) {
        String[] split = words.split(" ", 3);
        return "{\"leftOperand\": \"%s\", \"operator\": \"%s\", \"rightOperand\": \"%s\"}"
                .formatted(split[0], split[1], split[2]);
    }

    private static Terms terms(String... permissions) {
        String members = "\"permission\": [" + String.join(",", permissions) + "]";
        return SampleContracts.contract(SampleContracts.bilateral(members)).terms(RESOURCE);
    }
}
