// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.document.JsonDocument;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.jsonld.JsonLd;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operands;
import org.dases.impact.connectors.odrl.Value;

/** Reads an inquiry from JSON. */
public final class InquiryReader {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private InquiryReader(String file) {
        this.file = file;
    }

    /**
     * Reads an inquiry: {@code action} and {@code target}, and as far as known {@code assignee}, {@code purpose},
     * {@code at}, {@code context}, {@code counts}, {@code fulfilled} and {@code members}.
     *
     * @param file name for messages
     * @param bytes JSON
     * @return the inquiry, or everything that is wrong with it
     */
    public static Reading<Inquiry> read(String file, byte[] bytes) {
        return JsonDocument.read(file, bytes).then(new InquiryReader(file)::inquiry);
    }

    private Reading<Inquiry> inquiry(Node request) {
        Inquiry inquiry = new Inquiry(
                JsonLd.term(required(request, "action")),
                required(request, "target"),
                text(request, "assignee"),
                texts(request, "purpose"),
                moment(request),
                context(request),
                counts(request),
                terms(texts(request, "fulfilled")),
                members(request),
                Map.of());
        return problems.isEmpty() ? new Reading.Read<>(inquiry) : new Reading.Unreadable<>(problems);
    }

    private String required(Node request, String member) {
        Optional<String> text = text(request, member);
        if (text.isEmpty() && isAbsent(request, member)) {
            problem(request, "The request does not say its " + member + ".", "Add \"" + member + "\": \"…\".");
        }
        return text.orElse("");
    }

    private Optional<String> text(Node owner, String member) {
        Optional<String> text = owner.text(member).map(String::strip).filter(each -> !each.isEmpty());
        if (text.isEmpty() && !isAbsent(owner, member)) {
            owner.get(member)
                    .ifPresent(node -> problem(
                            node,
                            "'" + member + "' is not a text.",
                            "Write one identifier in quotation marks, or leave it out when it is not known."));
        }
        return text;
    }

    /** A null, which is kept as an object without members, says nothing. */
    private static boolean isAbsent(Node owner, String member) {
        return owner.get(member)
                .filter(node ->
                        !(node instanceof Node.Members object && object.byKey().isEmpty()))
                .isEmpty();
    }

    private Set<String> texts(Node owner, String member) {
        Set<String> texts = new HashSet<>();
        for (Node node : owner.all(member)) {
            Optional<String> text = node.text();
            if (text.isEmpty()) {
                problem(node, "'" + member + "' holds something that is not a text.", "Write a list of texts.");
            }
            text.ifPresent(texts::add);
        }
        return texts;
    }

    private static Set<String> terms(Set<String> names) {
        Set<String> terms = new HashSet<>();
        names.forEach(name -> terms.add(JsonLd.term(name)));
        return terms;
    }

    private Optional<Instant> moment(Node request) {
        Optional<String> written = text(request, "at");
        Optional<Instant> at = written.flatMap(Moment::parse)
                .filter(moment -> moment.first().equals(moment.last()))
                .map(Moment::first);
        if (written.isPresent() && at.isEmpty()) {
            problem(
                    request.get("at").orElse(request),
                    "'at' is not a moment: " + written.get() + ".",
                    "Write it like 2026-08-31T12:00:00Z.");
        }
        return at;
    }

    private Map<String, List<Value>> context(Node request) {
        Map<String, List<Value>> context = new HashMap<>();
        entries(request, "context").forEach((operand, node) -> {
            List<Value> values = new ArrayList<>();
            for (Node item : node.items()) {
                Optional<String> text = item.text();
                if (text.isEmpty()) {
                    problem(item, "The value of '" + operand + "' is not a value.", "Write a text, number or list.");
                }
                String type = item.text("@type").map(JsonLd::term).orElse("");
                text.ifPresent(each -> values.add(new Value(each, type)));
            }
            context.put(Operands.known(JsonLd.term(operand)), values);
        });
        return context;
    }

    private Map<String, BigDecimal> counts(Node request) {
        Map<String, BigDecimal> counts = new HashMap<>();
        entries(request, "counts").forEach((operand, node) -> {
            Optional<BigDecimal> count = node.text().flatMap(ValueKind::number);
            if (count.isEmpty()) {
                problem(node, "The count of '" + operand + "' is not a number.", "Write a number.");
            }
            count.ifPresent(number -> counts.put(Operands.known(JsonLd.term(operand)), number));
        });
        return counts;
    }

    private Map<String, Set<String>> members(Node request) {
        Map<String, Set<String>> members = new HashMap<>();
        Map<String, Node> entries = entries(request, "members");
        entries.keySet().forEach(collection -> members.put(collection, texts(entries, collection)));
        return members;
    }

    private Set<String> texts(Map<String, Node> owner, String member) {
        Node node = owner.get(member);
        return node == null ? Set.of() : texts(new Node.Members(Map.of(member, node), node.place()), member);
    }

    private Map<String, Node> entries(Node request, String member) {
        Optional<Node> node = request.get(member);
        if (node.isPresent() && node.get() instanceof Node.Members object) {
            return object.byKey();
        }
        node.ifPresent(
                other -> problem(other, "'" + member + "' is not an object.", "Write it like {\"name\": value}."));
        return Map.of();
    }

    private void problem(Node where, String reason, String fix) {
        problems.add(new Problem(file, where.place(), reason, fix));
    }
}
