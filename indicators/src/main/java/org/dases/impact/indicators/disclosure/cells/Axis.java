// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

import java.util.OptionalInt;

/**
 * A dimension of a table, as the gate sees it: a hierarchy of codes with one total.
 *
 * @param name name of the dimension
 * @param kind what its codes are of: tables of one submission share margins over axes of the same kind, whatever these
 *     are called
 * @param additive whether contributors of sibling codes are disjoint, so that their counts add up; false for periods
 *     and solutions, where a person may be in several. The gate is as strict either way
 * @param schoolDepth depth of path from which a node is about one single school (or a part of one), where there is such
 *     a level: the rules on distinct schools do not apply to those cohorts
 */
public record Axis(String name, String kind, boolean additive, OptionalInt schoolDepth) {
    public Axis {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an axis needs a name");
        }
        if (schoolDepth.isPresent() && schoolDepth.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "school depth of axis '" + name + "' must be >= 1, was " + schoolDepth.getAsInt());
        }
    }

    /**
     * An axis whose codes are of a kind of its name.
     *
     * @param name name of the dimension
     * @param additive whether contributors of sibling codes are disjoint
     * @param schoolDepth depth of path from which a node is about one single school
     */
    public Axis(String name, boolean additive, OptionalInt schoolDepth) {
        this(name, name, additive, schoolDepth);
    }

    /**
     * An axis without a level of single schools.
     *
     * @param name name of the dimension
     * @param additive whether contributors of sibling codes are disjoint
     */
    public Axis(String name, boolean additive) {
        this(name, additive, OptionalInt.empty());
    }

    /**
     * Whether a place on this axis is about one single school, or a part of one.
     *
     * @param node place on this axis
     * @return true from the depth of schools on; false everywhere where the axis has no such level
     */
    public boolean isOneSchool(Node node) {
        return schoolDepth.isPresent() && node.path().size() >= schoolDepth.getAsInt();
    }
}
