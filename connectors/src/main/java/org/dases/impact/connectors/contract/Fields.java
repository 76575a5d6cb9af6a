// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.odrl.Moment;

/** The members of a contract document, and what is wrong with them. */
final class Fields {
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Fields(String file) {
        this.file = file;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The first of these members that is there; a problem when none is. */
    String required(Node owner, String what, String... keys) {
        Optional<String> found = optional(owner, keys);
        if (found.isEmpty()) {
            problem(
                    owner,
                    "The contract does not say " + what + ": there is no '" + keys[0] + "'.",
                    "Fetch the contract again, or ask the data space for a complete copy.");
        }
        return found.orElse("");
    }

    static Optional<String> optional(Node owner, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> owner.text(key).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** A date; a problem when it is there and none. */
    Optional<Moment> moment(Node owner, String key) {
        Optional<String> text = owner.text(key);
        Optional<Moment> moment = text.flatMap(written -> moment(written));
        if (owner.get(key).isPresent() && moment.isEmpty()) {
            problem(
                    owner.get(key).orElse(owner),
                    "'" + key + "' is not a date: " + text.orElse("it is an object or a list") + ".",
                    "Write it like 2026-08-31T00:00:00Z.");
        }
        return moment;
    }

    private static Optional<Moment> moment(String written) {
        if (!written.matches("-?[0-9]{5,15}")) {
            return Moment.parse(written);
        }
        try {
            long number = Long.parseLong(written);
            boolean milliseconds = Math.abs(number) >= FIRST_MILLISECONDS;
            return Optional.of(Moment.at(milliseconds ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number)));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /** What the contract as a whole may be used for. */
    static Set<String> purposes(Node contract) {
        return contract.all("purpose").stream()
                .flatMap(entry -> optional(entry, "purpose", "@id").or(entry::text).stream())
                .filter(purpose -> !purpose.isBlank())
                .collect(Collectors.toSet());
    }

    /** The legal basis, wherever Prometheus-X and Dataspace Protocol contracts state it. */
    static Optional<String> legalBasis(Node contract) {
        Stream<Node> places = Stream.concat(
                Stream.of(contract),
                Stream.concat(
                        contract.get("project").stream(),
                        Stream.concat(contract.all("purpose").stream(), resources(contract))));
        Optional<String> stated = places.flatMap(
                        place -> optional(place, "legalBasis", "legalBasisOfProcessing").stream())
                .findFirst();
        boolean consent = contract.all("purpose").stream()
                .flatMap(entry -> optional(entry, "consentType").stream())
                .anyMatch(type -> !Set.of("none", "n/a", "not-required").contains(words(type)));
        return stated.map(Fields::words).or(() -> consent ? Optional.of("consent") : Optional.empty());
    }

    private static Stream<Node> resources(Node contract) {
        return contract.all("serviceOfferings").stream()
                .flatMap(offering -> offering.all("resources").stream())
                .flatMap(resource -> resource.get("piiInformation").stream());
    }

    private static String words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    void problem(Node where, String reason, String fix) {
        problems.add(new Problem(file, where.place(), reason, fix));
    }
}
