// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;

/** The indicators and dimensions that tables can name. */
public final class Catalogue {
    private static final List<String> FAMILIES =
            List.of("adoption", "engagement", "progress", "impact", "skills", "equity", "ecosystem", "quality");

    private final Map<String, Indicator> indicators;
    private final Map<String, Dimension> dimensions;
    private final Map<String, Fields> fields;

    private Catalogue(
            Map<String, Indicator> indicators, Map<String, Dimension> dimensions, Map<String, Fields> fields) {
        this.indicators = indicators;
        this.dimensions = dimensions;
        this.fields = fields;
    }

    /**
     * The catalogue that comes with the product.
     *
     * @return the catalogue
     * @throws IllegalStateException when it is broken, which is a bug
     */
    public static Catalogue builtIn() {
        Problems problems = new Problems();
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (YamlValue item : items(resource("dimensions"), problems)) {
            new DimensionReader(problems).read(item).ifPresent(dimension -> dimensions.put(dimension.id(), dimension));
        }
        Catalogue empty = new Catalogue(Map.of(), dimensions, Map.of());
        CatalogueReading reading =
                empty.with(FAMILIES.stream().map(Catalogue::resource).toList());
        if (!problems.sorted().isEmpty() || !reading.problems().isEmpty()) {
            throw new IllegalStateException(
                    "the built-in catalogue is broken: " + problems.sorted() + reading.problems());
        }
        return reading.catalogue();
    }

    /**
     * This catalogue with the indicators of further files.
     *
     * @param files YAML lists of indicators; an empty file adds nothing
     * @return the larger catalogue, with what was sound, and the problems
     */
    public CatalogueReading with(List<CatalogueFile> files) {
        Problems problems = new Problems();
        Map<String, Indicator> all = new LinkedHashMap<>(indicators);
        Map<String, Fields> places = new LinkedHashMap<>(fields);
        for (CatalogueFile file : files) {
            for (YamlValue item : items(file, problems)) {
                new IndicatorReader(problems).read(item).ifPresent(defined -> {
                    String id = defined.indicator().id();
                    Optional<String> taken =
                            all.keySet().stream().filter(id::equalsIgnoreCase).findFirst();
                    if (taken.isEmpty()) {
                        all.put(id, defined.indicator());
                        places.put(id, defined.fields());
                    } else {
                        Fields first = places.get(taken.get());
                        problems.add(
                                defined.fields().at("id"),
                                "indicator '" + taken.get() + "' is defined already"
                                        + (first == null ? "" : " at " + first.at("id")),
                                "Choose another id; a built-in indicator cannot be redefined.");
                    }
                });
            }
        }
        Catalogue larger = new Catalogue(all, dimensions, places);
        References.check(larger, problems);
        return new CatalogueReading(larger, problems.sorted());
    }

    /**
     * All indicators.
     *
     * @return built-in ones first, in the order of their files
     */
    public List<Indicator> indicators() {
        return List.copyOf(indicators.values());
    }

    /**
     * One indicator.
     *
     * @param id for instance {@code PR-02}
     * @return the indicator, or empty when there is none
     */
    public Optional<Indicator> indicator(String id) {
        return Optional.ofNullable(indicators.get(id));
    }

    /**
     * All dimensions.
     *
     * @return in the order of the file
     */
    public List<Dimension> dimensions() {
        return List.copyOf(dimensions.values());
    }

    /**
     * One dimension.
     *
     * @param id for instance {@code territory}
     * @return the dimension, or empty when there is none
     */
    public Optional<Dimension> dimension(String id) {
        return Optional.ofNullable(dimensions.get(id));
    }

    /**
     * Where a part of an indicator is written.
     *
     * @param id the indicator
     * @param part key, for instance {@code where} or {@code measure}
     * @return its place; that of the indicator when it has no such part
     * @throws IllegalArgumentException when there is no such indicator
     */
    public Spot place(String id, String part) {
        Fields found = fields.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no indicator '" + id + "' in the catalogue");
        }
        return found.at(part);
    }

    private static List<YamlValue> items(CatalogueFile file, Problems problems) {
        Optional<YamlValue> document = new YamlReader(file.name(), problems).read(file.text());
        if (document.isEmpty()) {
            return List.of();
        }
        if (document.get() instanceof YamlValue.Items items) {
            return new ArrayList<>(items.items());
        }
        problems.add(
                document.get().at(),
                "the file must be a list, was " + document.get().kind(),
                "Begin each entry with '- id: …'.");
        return List.of();
    }

    private static CatalogueFile resource(String name) {
        String file = name + ".yaml";
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is not in the product");
            }
            return new CatalogueFile("catalogue/" + file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + file, e);
        }
    }
}
