// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.canonical.spark.MappingSyntax;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.catalogue.Spot;
import org.dases.impact.indicators.cohort.IndicatorProblem;
import org.dases.impact.indicators.cohort.spark.IndicatorChecks;
import org.dases.impact.indicators.cohort.spark.TableChecks;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Checks the expressions of own indicators and of tables. Needs Spark's parser, but no session and no data; kept apart
 * from {@link WorkspaceReader} so that reading a workspace loads nothing of Spark.
 */
public final class DefinitionCheck {
    private final Workspace workspace;
    private final List<Problem> problems = new ArrayList<>();

    private DefinitionCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Checks.
     *
     * @param workspace a workspace as read
     * @return what is wrong, sorted by place; empty when nothing is
     */
    public static List<Problem> check(Workspace workspace) {
        DefinitionCheck check = new DefinitionCheck(workspace);
        Set<String> builtIn = new HashSet<>();
        Catalogue.builtIn().indicators().forEach(indicator -> builtIn.add(indicator.id()));
        workspace.catalogue().indicators().stream()
                .filter(indicator -> !builtIn.contains(indicator.id()))
                .forEach(check::indicator);
        workspace.tables().forEach(check::table);
        workspace.datasets().forEach(check::mapping);
        new SplitHierarchies(workspace.tables(), List.copyOf(Catalogue.builtIn().dimensions()))
                .find()
                .forEach(check::split);
        SplitPeriods.find(workspace.tables()).forEach(check::split);
        return check.problems.stream().sorted().distinct().toList();
    }

    private void indicator(Indicator indicator) {
        for (IndicatorProblem problem : IndicatorChecks.check(indicator)) {
            Spot at = workspace.catalogue().place(indicator.id(), problem.part());
            problems.add(new Problem(at.file(), at.line(), at.column(), problem.message(), problem.fix()));
        }
    }

    private void mapping(Dataset dataset) {
        problems.addAll(MappingPlaces.of(workspace, dataset, MappingSyntax.check(dataset.tables())));
    }

    private void table(PublishedTable table) {
        List<IndicatorProblem> found = TableChecks.check(table);
        if (found.isEmpty()) {
            return;
        }
        String file = "tables/" + table.id() + ".yaml";
        Optional<YamlDocument> document = YamlReading.read(workspace.folder(), file, problems);
        for (IndicatorProblem problem : found) {
            document.ifPresent(
                    read -> problems.add(read.atValue(pointer(table, problem), problem.message(), problem.fix())));
        }
    }

    private void split(SplitHierarchies.Split split) {
        String file = "tables/" + split.withFine().id() + ".yaml";
        YamlReading.read(workspace.folder(), file, problems)
                .ifPresent(read -> problems.add(read.atValue(
                        "/dimensions",
                        "The table shows '" + split.fine() + "' and table '"
                                + split.withCoarse().id() + "' shows '" + split.coarse()
                                + "', which everybody knows to lie in one another; but no dimension of either has both,"
                                + " so that the one could tell what the other withholds",
                        "Put '" + split.coarse() + "' above '" + split.fine() + "' in a dimension of this table.")));
    }

    private void split(SplitPeriods.Split split) {
        String file = "tables/" + split.withFine().id() + ".yaml";
        String coarse = word(split.coarse());
        YamlReading.read(workspace.folder(), file, problems)
                .ifPresent(read -> problems.add(read.atValue(
                        "/periods",
                        "The table shows people by '" + word(split.fine()) + "' and table '"
                                + split.withCoarse().id() + "' the same people by '" + coarse
                                + "'; the one could tell what the other withholds",
                        !split.isAcross()
                                ? "Add " + coarse + " to the periods of this table."
                                : "Show weeks or months in both, not one here and the other there.")));
    }

    private static String word(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String pointer(PublishedTable table, IndicatorProblem problem) {
        List<String> ids = table.indicators().stream().map(Indicator::id).toList();
        int index = ids.indexOf(problem.indicator());
        return problem.part().equals("indicators") && index >= 0 ? "/indicators/" + index : "/" + problem.part();
    }
}
