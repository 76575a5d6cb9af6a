// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;

/** Reads one indicator. */
final class IndicatorReader {
    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "definition",
            "unit",
            "over",
            "contributor",
            "where",
            "measure",
            "sensitive",
            "minimum-contributors",
            "version",
            "source",
            "requires");
    private static final Map<String, ContributorKind> CONTRIBUTORS = Map.of(
            "learner_pid", ContributorKind.LEARNER,
            "respondent_pid", ContributorKind.LEARNER,
            "uai", ContributorKind.SCHOOL,
            "record", ContributorKind.RECORD);
    static final List<String> UNITS = Arrays.stream(Unit.values())
            .map(unit -> unit.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Problems problems;

    IndicatorReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Defined> read(YamlValue value) {
        return Fields.of(value, "an indicator", KEYS, problems).flatMap(this::read);
    }

    private Optional<Defined> read(Fields fields) {
        Optional<String> id = fields.requiredText("id").filter(text -> isId(text, fields.at("id")));
        Optional<Text> name = fields.bilingual("name");
        Optional<Text> definition = fields.bilingual("definition");
        Optional<Unit> unit = oneOf(fields, "unit", UNITS).map(text -> Unit.valueOf(text.toUpperCase(Locale.ROOT)));
        Optional<String> over = oneOf(fields, "over", MeasuredTables.names());
        Optional<String> contributor = oneOf(
                fields, "contributor", CONTRIBUTORS.keySet().stream().sorted().toList());
        Optional<Measure> measure = fields.required("measure")
                .flatMap(value -> new MeasureReader(contributor.orElse("learner_pid"), problems).read(value));
        Optional<String> where = fields.text("where");
        Optional<Boolean> sensitive = fields.truth("sensitive");
        Optional<Integer> minimum = fields.count("minimum-contributors");
        Optional<String> version = version(fields);
        Optional<String> source = fields.requiredText("source");
        Optional<Text> requires = fields.value("requires").flatMap(value -> fields.bilingual("requires"));
        if (id.isEmpty() || name.isEmpty() || definition.isEmpty() || unit.isEmpty() || over.isEmpty()) {
            return Optional.empty();
        }
        if (contributor.isEmpty() || measure.isEmpty() || version.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        checkColumns(fields, over.get(), measure.get());
        return Optional.of(new Defined(
                new Indicator(
                        id.get(),
                        name.get(),
                        definition.get(),
                        unit.get(),
                        over.get(),
                        CONTRIBUTORS.getOrDefault(contributor.get(), ContributorKind.LEARNER),
                        where,
                        measure.get(),
                        sensitive.orElse(true),
                        minimum.orElse(0),
                        version.get(),
                        source.get(),
                        requires),
                fields));
    }

    /**
     * An indicator, and where its parts stand.
     *
     * @param indicator the indicator
     * @param fields its fields
     */
    record Defined(Indicator indicator, Fields fields) {}

    private boolean isId(String id, Spot at) {
        boolean good = id.matches("[A-Za-z][A-Za-z0-9_-]*");
        if (!good) {
            problems.add(
                    at, "id '" + id + "' must be a letter, then letters, digits, '-' and '_'", "For instance OWN-01.");
        }
        return good;
    }

    private Optional<String> version(Fields fields) {
        Optional<String> version = fields.text("version");
        if (version.isPresent() && !version.get().matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            problems.add(
                    fields.at("version"),
                    "version '" + version.get() + "' is not a semantic version",
                    "Write three numbers in quotes, for instance \"1.0.0\".");
            return Optional.empty();
        }
        return Optional.of(version.orElse("1.0.0"));
    }

    private Optional<String> oneOf(Fields fields, String key, List<String> known) {
        Optional<String> text = fields.requiredText(key);
        if (text.isPresent() && !known.contains(text.get())) {
            problems.addUnknown(fields.at(key), key.equals("over") ? "table" : key, text.get(), known);
            return Optional.empty();
        }
        return text;
    }

    /** The columns that are named as such; expressions are checked by the cube, which knows their language. */
    private void checkColumns(Fields fields, String over, Measure measure) {
        List<String> named = new ArrayList<>();
        if (measure instanceof Measure.Distinct distinct) {
            named.addAll(distinct.columns());
        } else if (measure instanceof Measure.Rate rate) {
            named.addAll(rate.per());
            rate.repeats().ifPresent(repeats -> named.addAll(repeats.distinct()));
        } else if (measure instanceof Measure.Mean mean) {
            named.addAll(mean.per());
            named.addAll(mean.distinct());
        } else if (measure instanceof Measure.Quantile quantile) {
            named.addAll(quantile.per());
            named.addAll(quantile.distinct());
        }
        List<String> known = MeasuredTables.columnNames(over);
        for (String column : named) {
            if (!known.contains(column)) {
                problems.addUnknown(fields.at("measure"), "column of table '" + over + "'", column, known);
            }
        }
    }
}
