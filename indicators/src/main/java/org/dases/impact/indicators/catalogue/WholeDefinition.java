// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.cohort.DerivedTable;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;

/** All that there is to say of an indicator: what is written down, and what follows from it. */
public final class WholeDefinition {
    private final Catalogue catalogue;

    /**
     * Definitions of a catalogue.
     *
     * @param catalogue where indicators and dimensions are looked up
     */
    public WholeDefinition(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * One indicator.
     *
     * @param indicator an indicator of the catalogue
     * @return key → value in reading order; a value is a text, a text in both languages, a truth value, a number or a
     *     list of texts; what does not apply is left out
     */
    public Map<String, Object> of(Indicator indicator) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", indicator.id());
        map.put("name", indicator.name());
        map.put("definition", indicator.definition());
        map.put("unit", indicator.unit().name().toLowerCase(Locale.ROOT));
        map.put("formula", Formula.of(indicator.measure()));
        indicator.where().ifPresent(where -> map.put("where", where));
        map.put("over", indicator.over());
        MeasuredTables.find(indicator.over()).ifPresent(table -> {
            map.put("row", table.comment());
            map.put("made-of", table.madeOf());
        });
        map.put("grain", Formula.grain(indicator));
        map.put("dimensions", dimensions(indicator));
        map.put("contributor", indicator.contributor().name().toLowerCase(Locale.ROOT));
        map.put("sensitive", indicator.sensitive());
        map.put("minimum-contributors", indicator.minimumContributors());
        map.put("version", indicator.version());
        map.put("source", indicator.source());
        map.put("computed", indicator.isComputed());
        map.put("publishable", indicator.isPublishable());
        indicator.requires().ifPresent(requires -> map.put("requires", requires));
        return map;
    }

    /**
     * The dimensions that the rows of an indicator can be broken down by.
     *
     * @param indicator an indicator
     * @return ids in the order of the catalogue; empty where it is no figure of a cell
     */
    public List<String> dimensions(Indicator indicator) {
        if (!indicator.isComputed()) {
            return List.of();
        }
        List<String> columns = MeasuredTables.columnNames(indicator.over());
        return catalogue.dimensions().stream()
                .filter(dimension -> dimension.levels().stream().allMatch(level -> isKnown(level, columns)))
                .map(Dimension::id)
                .toList();
    }

    /** Attributes of schools follow from the school of the row or of its person, those of learners from the person. */
    private static boolean isKnown(Level level, List<String> columns) {
        boolean person = CanonicalTables.PERSONS.stream().anyMatch(columns::contains);
        return switch (level.table()) {
            case "school" -> person || columns.contains("uai");
            case "learner" -> person;
            default -> columns.contains(level.source().substring(level.source().indexOf('.') + 1));
        };
    }

    /**
     * The tables that indicators of the catalogue are over.
     *
     * @return in alphabetical order
     */
    List<DerivedTable> tables() {
        return MeasuredTables.names().stream()
                .filter(name -> catalogue.indicators().stream()
                        .anyMatch(indicator -> indicator.over().equals(name)))
                .map(MeasuredTables::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whom a figure counts, for readers. */
    static String contributor(ContributorKind kind) {
        return switch (kind) {
            case LEARNER -> "learner · élève";
            case SCHOOL -> "school · établissement";
            case RECORD -> "record · enregistrement";
        };
    }
}
