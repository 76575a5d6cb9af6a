// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

/** The solver of linear programs: GLOP, of OR-tools. */
final class Glop {
    static {
        Loader.loadNativeLibraries();
    }

    private Glop() {}

    /** A new solver, which has to be deleted. */
    static MPSolver solver() {
        return MPSolver.createSolver("GLOP");
    }

    /**
     * How many steps an answer may take; after that there is none. Unlike a limit of time, it is the same everywhere.
     */
    static void limit(MPSolver solver, int steps) {
        set(solver, "max_number_of_iterations: " + steps);
    }

    /**
     * Sets parameters of the solver's own.
     *
     * @throws IllegalStateException if it does not know them: a program without its limit could hold up a release
     */
    static void set(MPSolver solver, String parameters) {
        if (!solver.setSolverSpecificParametersAsString(parameters)) {
            throw new IllegalStateException("GLOP does not take " + parameters);
        }
    }
}
