// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses one YAML document and keeps the places of keys and values, which Jackson's trees forget. */
final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final Pattern PLACE = Pattern.compile("line ([0-9]+), column ([0-9]+)");

    private final String file;
    private final Problems problems;

    YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document, or empty when it is no YAML or has nothing in it. */
    Optional<YamlValue> read(String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            YamlValue value = value(parser);
            if (parser.nextToken() != null) {
                problems.add(spot(parser), "a second document in one file", "Put it into a file of its own.");
            }
            return Optional.of(value);
        } catch (JsonProcessingException e) {
            problems.add(mistake(e), "not YAML: " + sentence(e.getOriginalMessage()), "");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read text in memory", e);
        }
    }

    private YamlValue value(JsonParser parser) throws IOException {
        Spot at = spot(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<YamlValue.Entry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Spot key = spot(parser);
                String name = parser.currentName();
                parser.nextToken();
                entries.add(new YamlValue.Entry(key, name, value(parser)));
            }
            return new YamlValue.Entries(at, entries);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new YamlValue.Items(at, items);
        }
        return new YamlValue.Scalar(at, parser.getText(), token == JsonToken.VALUE_NULL);
    }

    private Spot spot(JsonParser parser) {
        return spot(parser.currentTokenLocation());
    }

    private Spot spot(JsonLocation location) {
        return location == null
                ? new Spot(file, 1, 1)
                : new Spot(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The parser names first where the construct began, then where it went wrong, which is the better place. */
    private Spot mistake(JsonProcessingException e) {
        Matcher place = PLACE.matcher(e.getOriginalMessage());
        Spot at = spot(e.getLocation());
        while (place.find()) {
            at = new Spot(file, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        }
        return at;
    }

    /** The parser's message without its drawing of the place. */
    private static String sentence(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "))
                .replaceAll("\\.$", "");
    }
}
