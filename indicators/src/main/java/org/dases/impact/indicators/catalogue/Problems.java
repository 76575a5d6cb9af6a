// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dases.impact.indicators.cohort.CloseName;

/** The problems found so far. */
final class Problems {
    private final List<CatalogueProblem> found = new ArrayList<>();

    void add(Spot at, String message, String fix) {
        found.add(new CatalogueProblem(at, message, fix));
    }

    /** A name that does not exist, with what was probably meant, or else with the names that exist. */
    void addUnknown(Spot at, String what, String name, Collection<String> known) {
        String hint = CloseName.hint(name, known);
        add(at, "unknown " + what + " '" + name + "'" + hint, "Known: " + String.join(", ", known) + ".");
    }

    List<CatalogueProblem> sorted() {
        return found.stream().sorted().toList();
    }
}
