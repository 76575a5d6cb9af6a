// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Text;

/** Reads one dimension. */
final class DimensionReader {
    private final Problems problems;

    DimensionReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Dimension> read(YamlValue value) {
        return Fields.of(value, "a dimension", List.of("id", "label", "levels"), problems)
                .flatMap(fields -> {
                    Optional<String> id = fields.requiredText("id");
                    Optional<Text> label = fields.bilingual("label");
                    List<Level> levels =
                            fields.required("levels").map(this::levels).orElse(List.of());
                    return id.isEmpty() || label.isEmpty() || levels.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Dimension(id.get(), label.get(), levels));
                });
    }

    private List<Level> levels(YamlValue value) {
        if (!(value instanceof YamlValue.Items items) || items.items().isEmpty()) {
            problems.add(value.at(), "'levels' must be a list from coarse to fine, was " + value.kind(), "");
            return List.of();
        }
        List<Level> levels = new ArrayList<>();
        for (YamlValue item : items.items()) {
            Fields.of(item, "a level", List.of("column", "source", "expression"), problems)
                    .flatMap(this::level)
                    .ifPresent(levels::add);
        }
        return levels.size() == items.items().size() ? levels : List.of();
    }

    private Optional<Level> level(Fields fields) {
        Optional<String> column = fields.requiredText("column");
        Optional<String> source = fields.requiredText("source");
        Optional<String> expression = fields.text("expression");
        if (column.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        if (!source.get().matches("(row|school|learner)\\.[a-z_][a-z0-9_]*")) {
            problems.add(
                    fields.at("source"),
                    "source '" + source.get() + "' names no column of row, school or learner",
                    "Write for instance school.academie or row.course_id.");
            return Optional.empty();
        }
        Level level = new Level(column.get(), source.get(), expression);
        List<String> known = MeasuredTables.columnNames(level.table());
        String name = source.get().substring(source.get().indexOf('.') + 1);
        if (!level.table().equals("row") && !known.contains(name)) {
            problems.addUnknown(fields.at("source"), "column of table '" + level.table() + "'", name, known);
            return Optional.empty();
        }
        return Optional.of(level);
    }
}
