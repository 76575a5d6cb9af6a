// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who has all published tables, knows that parts add up to their whole and what the indicators mean, and looks
 * for withheld numbers that can only be one. Shares no code with the gate.
 */
final class Attacker {
    private static final long MANY = 1_000_000_000L;
    private static final int MOST_ROUNDS = 10_000;

    /** What is the same number under several names, for instance the denominator of a rate and a count. */
    private final Map<String, String> names;
    /** Names of numbers that add up over every axis; those of persons do not, since one may be in several parts. */
    private final Set<String> additive;

    private final Map<String, long[]> bounds = new LinkedHashMap<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private final List<Equation> sums = new ArrayList<>();
    private final List<Equation> unions = new ArrayList<>();
    private final List<List<String>> atMost = new ArrayList<>();

    /** A whole and its parts. */
    record Equation(String whole, List<String> parts) {}

    Attacker(Map<String, String> names, Set<String> additive) {
        this.names = names;
        this.additive = additive;
    }

    /** Withheld numbers that can be computed, with the value; empty when the release is safe. */
    Set<String> attack(Collection<PrintedCell> cells) {
        learn(cells);
        relate(cells);
        propagate();
        Set<String> found = new TreeSet<>();
        Set<String> solved = new ExactSolver(sums, this::known).solved();
        for (String secret : secrets) {
            long[] bound = bound(secret);
            if (bound[0] == bound[1]) {
                found.add(secret + " = " + bound[0]);
            } else if (solved.contains(secret)) {
                found.add(secret + " by elimination");
            }
        }
        return found;
    }

    int secrets() {
        return secrets.size();
    }

    private void learn(Collection<PrintedCell> cells) {
        for (PrintedCell cell : cells) {
            cell.numbers().forEach((column, number) -> {
                String name = name(cell, column);
                if (!name.isEmpty()) {
                    bounds.put(name + " " + cell.cohort(), new long[] {number, number});
                }
            });
        }
        for (PrintedCell cell : cells) {
            for (String name : names(cell)) {
                String variable = name + " " + cell.cohort();
                if (!known(variable)) {
                    secrets.add(variable);
                }
            }
        }
    }

    private void relate(Collection<PrintedCell> cells) {
        Map<String, Map<List<List<String>>, Set<String>>> parts = new LinkedHashMap<>();
        Map<List<List<String>>, String> cohorts = new LinkedHashMap<>();
        for (PrintedCell cell : cells) {
            cohorts.put(cell.at(), cell.cohort());
            for (List<List<String>> whole : cell.wholes().toList()) {
                for (String name : names(cell)) {
                    String group = cell.table() + "/" + axisOf(cell.at(), whole) + "/" + name;
                    parts.computeIfAbsent(group, key -> new LinkedHashMap<>())
                            .computeIfAbsent(whole, key -> new LinkedHashSet<>())
                            .add(cell.cohort());
                }
            }
            names(cell).stream()
                    .filter(name -> !name.equals("rows"))
                    .forEach(name -> atMost.add(List.of(name + " " + cell.cohort(), "rows " + cell.cohort())));
        }
        parts.forEach((group, wholes) -> wholes.forEach((whole, of) -> {
            String name = group.substring(group.lastIndexOf('/') + 1);
            String cohort = cohorts.get(whole);
            if (cohort != null) {
                (additive.contains(name) ? sums : unions)
                        .add(new Equation(
                                name + " " + cohort,
                                of.stream().map(part -> name + " " + part).toList()));
            }
        }));
    }

    private static int axisOf(List<List<String>> part, List<List<String>> whole) {
        int axis = 0;
        while (part.get(axis).equals(whole.get(axis))) {
            axis++;
        }
        return axis;
    }

    private void propagate() {
        boolean narrower = true;
        for (int round = 0; narrower; round++) {
            if (round == MOST_ROUNDS) {
                throw new AssertionError("bounds do not settle");
            }
            narrower = false;
            for (Equation sum : sums) {
                narrower |= narrow(sum, true);
            }
            for (Equation union : unions) {
                narrower |= narrow(union, false);
            }
            for (List<String> pair : atMost) {
                narrower |= raise(pair.get(1), bound(pair.get(0))[0]);
                narrower |= lower(pair.get(0), bound(pair.get(1))[1]);
            }
        }
    }

    private boolean narrow(Equation equation, boolean adds) {
        long low = 0;
        long high = 0;
        long most = 0;
        for (String part : equation.parts()) {
            low += bound(part)[0];
            high += bound(part)[1];
            most = Math.max(most, bound(part)[0]);
        }
        boolean changed = raise(equation.whole(), adds ? low : most);
        changed |= lower(equation.whole(), high);
        long[] whole = bound(equation.whole());
        for (String part : equation.parts()) {
            long[] own = bound(part);
            changed |= lower(part, adds ? whole[1] - (low - own[0]) : whole[1]);
            changed |= raise(part, whole[0] - (high - own[1]));
            low += bound(part)[0] - own[0];
            high += bound(part)[1] - own[1];
        }
        return changed;
    }

    private boolean raise(String variable, long low) {
        long[] bound = bound(variable);
        if (low <= bound[0]) {
            return false;
        }
        return set(variable, low, bound[1]);
    }

    private boolean lower(String variable, long high) {
        long[] bound = bound(variable);
        if (high >= bound[1]) {
            return false;
        }
        return set(variable, bound[0], high);
    }

    private boolean set(String variable, long low, long high) {
        if (low > high) {
            throw new AssertionError("the published tables contradict each other at " + variable);
        }
        bounds.put(variable, new long[] {low, high});
        return true;
    }

    private long[] bound(String variable) {
        return bounds.getOrDefault(variable, new long[] {0, MANY});
    }

    private boolean known(String variable) {
        return bound(variable)[0] == bound(variable)[1];
    }

    private String name(PrintedCell cell, String column) {
        return names.getOrDefault(cell.indicator() + "." + column, "");
    }

    private Set<String> names(PrintedCell cell) {
        Set<String> found = new TreeSet<>();
        names.forEach((key, name) -> {
            if (key.startsWith(cell.indicator() + ".")) {
                found.add(name);
            }
        });
        return found;
    }
}
