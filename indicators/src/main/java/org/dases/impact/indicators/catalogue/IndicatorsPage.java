// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dases.impact.indicators.cohort.DerivedTable;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;

/** The catalogue as a page of documentation in Markdown, in French and in English. */
public final class IndicatorsPage {
    private static final String HEAD = """
            # Indicators · Indicateurs

            <!-- Written by `impact indicators docs` from the catalogue; do not edit. -->

            Every indicator is defined once, in YAML, and computed the same way for everybody. *computed*: by `impact run`; *not
            published*: computed, but the gate has no rule for it yet, so no table may ask for it; *declared*: nothing computes it
            yet. Thresholds of workspace, table and contracts come on top of the one given here; the greatest holds.
            *Chaque indicateur est défini une fois, en YAML, et calculé de la même façon pour tous. « not published » : calculé, mais
            le contrôle de diffusion n'a pas encore de règle pour lui ; « declared » : rien ne le calcule encore. Les seuils de
            l'espace de travail, de la table et des contrats s'ajoutent à celui donné ici ; le plus grand l'emporte.*

            | id | nom | name | unit | |
            |---|---|---|---|---|
            """;

    private final Catalogue catalogue;
    private final WholeDefinition definitions;
    private final StringBuilder page = new StringBuilder(HEAD);

    private IndicatorsPage(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.definitions = new WholeDefinition(catalogue);
    }

    /**
     * The page.
     *
     * @param catalogue what it is about
     * @return Markdown, ending with a line feed
     */
    public static String of(Catalogue catalogue) {
        IndicatorsPage made = new IndicatorsPage(catalogue);
        catalogue.indicators().forEach(made::line);
        catalogue.indicators().forEach(made::section);
        made.dimensions();
        made.tables();
        return made.page.toString();
    }

    private void line(Indicator indicator) {
        add(String.join(
                " | ",
                "| [" + indicator.id() + "](#" + indicator.id().toLowerCase(Locale.ROOT) + ")",
                indicator.name().fr(),
                indicator.name().en(),
                unit(indicator),
                standing(indicator) + " |"));
    }

    private void section(Indicator indicator) {
        add("");
        add("## " + indicator.id());
        add("");
        add("**" + indicator.name().fr() + ".** " + indicator.definition().fr());
        add("");
        add("**" + indicator.name().en() + ".** " + indicator.definition().en());
        add("");
        add("- Formula: `" + Formula.of(indicator.measure()) + "`, in " + unit(indicator) + "; grain: "
                + Formula.grain(indicator));
        add("- Over: [`" + indicator.over() + "`](#tables)"
                + indicator.where().map(where -> ", where `" + where + "`").orElse(""));
        List<String> dimensions = definitions.dimensions(indicator);
        if (!dimensions.isEmpty()) {
            add("- Dimensions: " + String.join(", ", dimensions));
        }
        add("- Contributor: " + WholeDefinition.contributor(indicator.contributor()) + "; "
                + (indicator.sensitive() ? "sensitive" : "not sensitive")
                + (indicator.minimumContributors() > 0 ? "; at least " + indicator.minimumContributors() : ""));
        indicator
                .requires()
                .ifPresent(requires -> add("- Requires · Requiert : " + requires.en() + " · " + requires.fr()));
        add("- Version " + indicator.version() + ", " + standing(indicator) + ". Source: " + indicator.source());
    }

    private void dimensions() {
        add("");
        add("## Dimensions");
        add("");
        add("Columns from coarse to fine. *Colonnes du plus large au plus fin.*");
        add("");
        add("| id | libellé | label | columns | read from |");
        add("|---|---|---|---|---|");
        for (Dimension dimension : catalogue.dimensions()) {
            add("| " + dimension.id() + " | " + dimension.label().fr() + " | "
                    + dimension.label().en() + " | " + levels(dimension, Level::column) + " | "
                    + levels(dimension, Level::source) + " |");
        }
    }

    private static String levels(Dimension dimension, java.util.function.Function<Level, String> part) {
        return dimension.levels().stream().map(part).collect(Collectors.joining(" > "));
    }

    private void tables() {
        add("");
        add("## Tables");
        add("");
        add("What a row is. *Ce qu'est une ligne.*");
        for (DerivedTable table : definitions.tables()) {
            add("");
            add("### " + table.name());
            add("");
            add(table.comment().fr() + ". *" + table.comment().en() + ".*");
            if (!table.madeOf().isEmpty() && !table.madeOf().contains(table.name())) {
                add("");
                add("Made from · Fait de : " + String.join(", ", table.madeOf()) + ".");
            }
            add("");
            add("Columns · Colonnes : `" + table.columns() + "`");
        }
    }

    private static String unit(Indicator indicator) {
        return indicator.unit().name().toLowerCase(Locale.ROOT);
    }

    private static String standing(Indicator indicator) {
        if (!indicator.isComputed()) {
            return "declared";
        }
        return indicator.isPublishable() ? "computed" : "not published";
    }

    private void add(String line) {
        page.append(line).append('\n');
    }
}
