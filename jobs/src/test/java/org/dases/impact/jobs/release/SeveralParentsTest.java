// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.junit.jupiter.api.Test;

/** Codes that stand below several others in one table, beside a table that shows them otherwise. */
class SeveralParentsTest {
    private static final Dimension BELOW = AxisKindsTest.dimension("place", "school.academie", "school.sector");
    private static final Dimension ALONE = AxisKindsTest.dimension("sector", "school.sector");

    private static CellTable cells(String id, String group, List<Node> nodes) {
        Series series = new Series(
                "N", group, Form.COUNT, ContributorKind.LEARNER, 0, false, true, "count", "1", Optional.empty());
        List<Cohort> cohorts = nodes.stream()
                .map(node -> new Cohort(List.of(Node.TOTAL, node), Map.of()))
                .toList();
        return new CellTable(id, List.of(new Axis("period", true), new Axis("place", true)), List.of(series), cohorts);
    }

    private static List<String> find(
            Dimension here, List<Node> nodes, Dimension there, List<Node> others, String otherGroup) {
        PublishedTable one = AxisKindsTest.table("t", here);
        PublishedTable other = AxisKindsTest.table("u", there);
        List<String> both = new SeveralParents(
                        new AxisKinds(List.of(one, other)),
                        List.of(one, other),
                        List.of(cells("t", "enrolment", nodes), cells("u", otherGroup, others)))
                .find();
        List<String> turned = new SeveralParents(
                        new AxisKinds(List.of(one, other)),
                        List.of(other, one),
                        List.of(cells("t", "enrolment", nodes), cells("u", otherGroup, others)))
                .find();
        assertThat(turned).isEqualTo(both);
        return both;
    }

    private static List<Node> nodes(String... paths) {
        return Stream.of(paths).map(path -> Node.of(path.split("/", -1))).toList();
    }

    /** 82 of all private schools less 30 and 46 of two académies are the 6 of Lille. */
    @Test
    void aCodeBelowSeveralBesideATableOfThatCodeAlone() {
        List<Node> below = nodes("Lille", "Lille/PRIVE", "Amiens", "Amiens/PRIVE");
        assertThat(find(BELOW, below, ALONE, nodes("PRIVE"), "enrolment"))
                .singleElement()
                .asString()
                .startsWith("Table t shows 'sector' with codes that stand below several others, and table u")
                .endsWith("Show 'sector' below the same columns in both, or in a dimension of its own in both.");
    }

    @Test
    void notOfOtherPeopleNorBelowOneOnlyNorBelowTheSame() {
        List<Node> several = nodes("Lille/PRIVE", "Amiens/PRIVE");
        assertThat(find(BELOW, several, ALONE, nodes("PRIVE"), "event")).isEmpty();
        assertThat(find(BELOW, nodes("Lille/PRIVE", "Amiens/PUBLIC"), ALONE, nodes("PRIVE"), "enrolment"))
                .isEmpty();
        assertThat(find(BELOW, several, BELOW, nodes("Lille/PRIVE"), "enrolment"))
                .isEmpty();
        Dimension academies = AxisKindsTest.dimension("aca", "school.academie");
        assertThat(find(BELOW, several, academies, nodes("Lille", "Amiens"), "enrolment"))
                .isEmpty();
    }
}
