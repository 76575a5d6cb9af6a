// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dases.impact.connectors.contractservice.ServiceKind;

/** Reads {@code impact.yaml}. */
final class SettingsFile {
    static final String NAME = "impact.yaml";

    private SettingsFile() {}

    static Optional<Settings> read(YamlDocument document, List<Problem> problems) {
        boolean valid = SchemaCheck.of("impact").check(document, "", problems);
        Optional<ZoneId> zone = zone(document, problems);
        Optional<MonthDay> start = schoolYearStart(document, problems);
        boolean served = isServed(document, problems) && (!valid || ServiceUrls.check(document, problems));
        boolean placed = LakePlace.check(document, problems);
        if (!valid || !served || !placed || zone.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        JsonNode root = document.root();
        return Optional.of(new Settings(
                texts(root.get("participant")),
                Role.of(root.get("role").asText()),
                Optional.ofNullable(root.get("lake")).map(JsonNode::asText),
                zone.get(),
                start.get(),
                names(root.get("purposes")),
                surroundings(root),
                services(root.path("contract-service")),
                SecretReference.of(root.get("pseudonym-key").asText()),
                Duration.ofSeconds(root.get("session-gap-seconds").asLong()),
                root.get("late-days").asInt(),
                thresholds(root.get("thresholds"))));
    }

    private static Thresholds thresholds(JsonNode node) {
        return new Thresholds(
                node.get("learners").asInt(),
                node.get("denominator").asInt(),
                node.get("side").asInt(),
                orNone(node.get("schools")),
                orNone(node.get("largest-school-percent")),
                orNone(node.get("providers")),
                node.get("zeros").asText().equals("publish"));
    }

    private static OptionalInt orNone(JsonNode node) {
        return node.isInt() || node.isBigInteger() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }

    private static Optional<ZoneId> zone(YamlDocument document, List<Problem> problems) {
        JsonNode written = document.root().path("time-zone");
        if (!written.isTextual()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(written.asText())) {
            problems.add(document.atValue(
                    "/time-zone",
                    "there is no time zone '" + written.asText() + "'"
                            + Suggestion.hint(written.asText(), ZoneId.getAvailableZoneIds()),
                    "Write a name such as Europe/Paris or Indian/Reunion."));
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(written.asText()));
    }

    private static Optional<MonthDay> schoolYearStart(YamlDocument document, List<Problem> problems) {
        JsonNode written = document.root().path("school-year-start");
        if (!written.asText().matches("[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            MonthDay day = MonthDay.parse("--" + written.asText());
            if (day.equals(MonthDay.of(2, 29))) {
                problems.add(document.atValue(
                        "/school-year-start", "not every year has a 29 February", "Write a day of every year."));
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            problems.add(document.atValue(
                    "/school-year-start",
                    "there is no day '" + written.asText() + "'",
                    "Write month-day in quotes, for example \"09-01\"."));
            return Optional.empty();
        }
    }

    private static boolean isServed(YamlDocument document, List<Problem> problems) {
        JsonNode service = document.root().path("contract-service");
        boolean served = !service.isObject() || service.has("prometheus-x") || service.has("edc");
        if (!served) {
            problems.add(
                    document.atKey(
                            "/contract-service",
                            "'contract-service' names no service",
                            "Add prometheus-x or edc with its url, for example `edc: {url: https://connector.example/management}`."));
        }
        return served;
    }

    private static Optional<ContractServices> services(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Map<ServiceKind, ContractServices.ServicePlace> places = new EnumMap<>(ServiceKind.class);
        Map.of("prometheus-x", ServiceKind.PROMETHEUS_X, "edc", ServiceKind.EDC).forEach((key, kind) -> {
            if (node.has(key)) {
                places.put(
                        kind,
                        new ContractServices.ServicePlace(
                                URI.create(node.get(key).get("url").asText()),
                                Optional.ofNullable(node.get(key).get("secret"))
                                        .map(secret -> SecretReference.of(secret.asText()))));
            }
        });
        return Optional.of(new ContractServices(
                Duration.ofHours(node.get("max-age-hours").asLong()),
                Duration.ofSeconds(node.path("timeout-seconds").asLong(10)),
                places));
    }

    private static Surroundings surroundings(JsonNode root) {
        SortedMap<String, Set<String>> members = new TreeMap<>();
        for (String key : List.of("purposes", "spatial", "recipients")) {
            root.path(key)
                    .forEach(each -> each.path("broader")
                            .forEach(broader -> members.computeIfAbsent(broader.asText(), whole -> new TreeSet<>())
                                    .add(each.get("name").asText())));
        }
        return new Surroundings(names(root.path("spatial")), names(root.path("recipients")), members);
    }

    /** Of a list of names, some of which say what is broader. */
    private static SortedSet<String> names(JsonNode list) {
        SortedSet<String> names = new TreeSet<>();
        list.forEach(each ->
                names.add(each.isTextual() ? each.asText() : each.get("name").asText()));
        return names;
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new LinkedHashSet<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }
}
