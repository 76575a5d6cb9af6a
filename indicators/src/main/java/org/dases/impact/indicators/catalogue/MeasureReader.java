// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.Measure;

/** Reads the value of {@code measure}: one key, the kind, and below it what the kind needs. */
final class MeasureReader {
    static final List<String> KINDS = List.of(
            "contributors", "count", "distinct", "sum", "rate", "mean", "ratio-of-sums", "gap", "withheld-share");
    private static final List<String> BARE = List.of("contributors", "count", "withheld-share");

    private final String contributor;
    private final Problems problems;

    /**
     * A reader.
     *
     * @param contributor column whose distinct values the kind contributors counts
     * @param problems where mistakes go
     */
    MeasureReader(String contributor, Problems problems) {
        this.contributor = contributor;
        this.problems = problems;
    }

    Optional<Measure> read(YamlValue value) {
        if (value instanceof YamlValue.Scalar scalar && !scalar.isNull()) {
            return BARE.contains(scalar.text()) ? bare(scalar.text()) : unknown(value.at(), scalar.text());
        }
        if (!(value instanceof YamlValue.Entries entries) || entries.entries().size() != 1) {
            problems.add(
                    value.at(),
                    "'measure' must be one kind of measure",
                    "Write one of: " + String.join(", ", KINDS) + ".");
            return Optional.empty();
        }
        YamlValue.Entry kind = entries.entries().get(0);
        return BARE.contains(kind.key()) ? bare(kind.key()) : read(kind);
    }

    private Optional<Measure> read(YamlValue.Entry kind) {
        return switch (kind.key()) {
            case "distinct" -> distinct(kind.value());
            case "sum" -> fields(kind, "of").flatMap(f -> f.requiredText("of").map(Measure.Sum::new));
            case "rate" ->
                fields(kind, "numerator", "denominator", "per")
                        .flatMap(f -> both(f).map(both -> new Measure.Rate(both.get(0), both.get(1), f.texts("per"))));
            case "mean" ->
                fields(kind, "of", "per").flatMap(f -> {
                    List<String> per = f.requiredTexts("per");
                    return f.requiredText("of").filter(of -> !per.isEmpty()).map(of -> new Measure.Mean(of, per));
                });
            case "ratio-of-sums" ->
                fields(kind, "numerator", "denominator")
                        .flatMap(f -> both(f).map(both -> new Measure.RatioOfSums(both.get(0), both.get(1))));
            case "gap" ->
                fields(kind, "indicator", "level", "advantaged", "disadvantaged")
                        .flatMap(this::gap);
            default -> unknown(kind.at(), kind.key());
        };
    }

    private Optional<Measure> bare(String kind) {
        return Optional.of(
                switch (kind) {
                    case "contributors" -> new Measure.Distinct(List.of(contributor));
                    case "count" -> new Measure.Rows();
                    default -> new Measure.WithheldShare();
                });
    }

    private Optional<Measure> distinct(YamlValue value) {
        if (value instanceof YamlValue.Items items && !items.items().isEmpty()) {
            List<String> columns = items.items().stream()
                    .filter(YamlValue.Scalar.class::isInstance)
                    .map(item -> ((YamlValue.Scalar) item).text())
                    .toList();
            if (columns.size() == items.items().size()) {
                return Optional.of(new Measure.Distinct(columns));
            }
        }
        problems.add(
                value.at(),
                "'distinct' must be a list of columns, was " + value.kind(),
                "Write for instance [learner_pid, resource_id].");
        return Optional.empty();
    }

    private Optional<Measure> gap(Fields f) {
        Optional<String> indicator = f.requiredText("indicator");
        Optional<String> level = f.requiredText("level");
        Optional<String> advantaged = f.requiredText("advantaged");
        Optional<String> disadvantaged = f.requiredText("disadvantaged");
        if (indicator.isEmpty() || level.isEmpty() || advantaged.isEmpty() || disadvantaged.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measure.Gap(indicator.get(), level.get(), advantaged.get(), disadvantaged.get()));
    }

    private static Optional<List<String>> both(Fields f) {
        Optional<String> numerator = f.requiredText("numerator");
        Optional<String> denominator = f.requiredText("denominator");
        return numerator.isEmpty() || denominator.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(numerator.get(), denominator.get()));
    }

    private Optional<Fields> fields(YamlValue.Entry kind, String... known) {
        return Fields.of(kind.value(), "'" + kind.key() + "'", List.of(known), problems);
    }

    private Optional<Measure> unknown(Spot at, String kind) {
        problems.addUnknown(at, "measure kind", kind, KINDS);
        return Optional.empty();
    }
}
