// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.odrl.Moment;

/** The members of a contract document, and what is wrong with them. */
final class Fields {
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private static final Pattern LIMITING = Pattern.compile(
            "polic|permi|prohib|oblig|dut(y|ies)|constrain|valid|expir|terminat|revo|withdr|purpose|status|until"
                    + "|enddate|restrict|limit",
            Pattern.CASE_INSENSITIVE);

    /** Types of ODRL and of the Dataspace Protocol of what nobody has agreed to yet. */
    private static final Set<String> PROPOSALS =
            Set.of("Offer", "Set", "Request", "Assertion", "ContractOffer", "ContractRequest");

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

    /** What the contract as a whole may be used for; a problem where it says so in words that are not understood. */
    Set<String> purposes(Node contract) {
        Set<String> purposes = new HashSet<>();
        for (Node entry : contract.all("purpose")) {
            Optional<String> purpose = optional(entry, "purpose", "@id", "id")
                    .or(() -> entry.text().filter(text -> !text.isBlank()));
            purpose.ifPresentOrElse(
                    purposes::add,
                    () -> problem(
                            entry,
                            "A purpose of the contract cannot be read, so that it is not known what data may be used for.",
                            "Ask the data space for a complete copy; it is written like {\"purpose\": \"…\"}."));
        }
        return purposes;
    }

    /** Signatures that are there: a word for no is none. */
    static boolean isSigned(Node entry, String key) {
        return optional(entry, key)
                .filter(text -> !text.equalsIgnoreCase("false"))
                .isPresent();
    }

    /**
     * Members that a contract does not have there, though their names say that they limit what is allowed: what is not
     * read must not be taken for nothing.
     */
    void nothingElse(Node owner, String... known) {
        if (owner instanceof Node.Members members) {
            members.byKey().forEach((key, value) -> {
                if (LIMITING.matcher(key).find() && !List.of(known).contains(key)) {
                    problem(
                            value,
                            "A contract of this shape has no '" + key + "' there. It may limit what is allowed, and is"
                                    + " not understood.",
                            "Ask the data space for a copy in its own shape, or take it out if it says nothing.");
                }
            });
        }
    }

    /** What a contract is by its own types. */
    static Stream<String> types(Node node) {
        return Stream.concat(node.texts("@type").stream(), node.texts("type").stream())
                .map(type -> type.substring(
                        Math.max(type.lastIndexOf(':'), Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'))) + 1));
    }

    /** Whether a document is by its types something that comes before an agreement, but for some of them. */
    static boolean isProposal(Node node, Set<String> but) {
        return types(node).anyMatch(type -> PROPOSALS.contains(type) && !but.contains(type))
                && types(node).noneMatch(type -> type.endsWith("Agreement"));
    }

    /** The status of a contract of Prometheus-X. */
    static ContractStatus status(Node document) {
        return isProposal(document, Set.of())
                ? ContractStatus.PROPOSED
                : ContractStatus.of(document.text("status").orElse(""));
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
