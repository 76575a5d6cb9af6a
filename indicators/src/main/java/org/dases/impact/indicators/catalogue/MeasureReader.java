// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.Measure;

/** Reads the value of {@code measure}: one key, the kind, and below it what the kind needs. */
final class MeasureReader {
    static final List<String> KINDS = List.of(
            "contributors",
            "count",
            "distinct",
            "sum",
            "rate",
            "mean",
            "quantile",
            "ratio-of-sums",
            "gap",
            "parity",
            "effect-size",
            "withheld-share",
            "study");
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
                fields(kind, "numerator", "denominator", "per", "distinct", "at-least")
                        .flatMap(this::rate);
            case "mean" ->
                fields(kind, "of", "per", "distinct").flatMap(f -> {
                    List<String> per = f.requiredTexts("per");
                    return f.requiredText("of")
                            .filter(of -> !per.isEmpty())
                            .map(of -> new Measure.Mean(of, per, f.texts("distinct")));
                });
            case "quantile" -> fields(kind, "of", "per", "distinct", "at").flatMap(this::quantile);
            case "ratio-of-sums" ->
                fields(kind, "numerator", "denominator")
                        .flatMap(f -> both(f).map(both -> new Measure.RatioOfSums(both.get(0), both.get(1))));
            case "gap" -> comparison(kind).map(c -> new Measure.Gap(c.get(0), c.get(1), c.get(2), c.get(3)));
            case "parity" -> comparison(kind).map(c -> new Measure.Parity(c.get(0), c.get(1), c.get(2), c.get(3)));
            case "effect-size" ->
                comparison(kind).map(c -> new Measure.EffectSize(c.get(0), c.get(1), c.get(2), c.get(3)));
            case "study" ->
                fields(kind, "method").flatMap(f -> f.requiredText("method").map(Measure.Study::new));
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

    private Optional<Measure> rate(Fields f) {
        Optional<List<String>> both = both(f);
        List<String> per = f.texts("per");
        List<String> distinct = f.texts("distinct");
        Optional<Integer> atLeast = f.count("at-least");
        boolean repeats = f.value("distinct").isPresent() || f.value("at-least").isPresent();
        if (repeats && (distinct.isEmpty() || per.isEmpty() || atLeast.orElse(0) < 1)) {
            problems.add(
                    f.at(),
                    "a rate with 'distinct' and 'at-least' needs both, and its units in 'per'",
                    "Write for instance per: [learner_pid], distinct: [solution_id], at-least: 2.");
            return Optional.empty();
        }
        Optional<Measure.Repeats> needed =
                repeats ? Optional.of(new Measure.Repeats(distinct, atLeast.orElseThrow())) : Optional.empty();
        return both.map(b -> new Measure.Rate(b.get(0), b.get(1), per, needed));
    }

    private Optional<Measure> quantile(Fields f) {
        List<String> per = f.requiredTexts("per");
        Optional<String> of = f.requiredText("of");
        Optional<String> at = f.requiredText("at");
        if (at.isPresent() && !at.get().matches("0?[.][0-9]*[1-9][0-9]*")) {
            problems.add(
                    f.at("at"),
                    "'at' must lie between 0 and 1, was '" + at.orElse("") + "'",
                    "Write 0.5 for the median, 0.9 for the 90th percentile; least and greatest are values of one unit.");
            return Optional.empty();
        }
        return of.isEmpty() || at.isEmpty() || per.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measure.Quantile(of.get(), per, f.texts("distinct"), Double.parseDouble(at.get())));
    }

    /** Indicator, level, advantaged and disadvantaged code. */
    private Optional<List<String>> comparison(YamlValue.Entry kind) {
        List<String> keys = List.of("indicator", "level", "advantaged", "disadvantaged");
        return fields(kind, keys.toArray(String[]::new)).flatMap(f -> {
            List<String> values =
                    keys.stream().map(f::requiredText).flatMap(Optional::stream).toList();
            return Optional.of(values).filter(found -> found.size() == keys.size());
        });
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
