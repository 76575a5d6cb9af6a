// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the workspace says of the world to contracts that ask for it.
 *
 * @param spatial places where data are used; empty when it says nothing
 * @param recipients who gets the figures; empty when it says nothing
 * @param members broader purpose, place or recipient to those of ours that belong to it
 */
public record Surroundings(
        SortedSet<String> spatial, SortedSet<String> recipients, SortedMap<String, Set<String>> members) {
    public Surroundings {
        spatial = Collections.unmodifiableSortedSet(new TreeSet<>(spatial));
        recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
        SortedMap<String, Set<String>> copy = new TreeMap<>();
        members.forEach((whole, parts) -> copy.put(whole, Set.copyOf(parts)));
        members = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Names together with all that is said to be broader.
     *
     * @param names purposes, places or recipients
     * @return these and all broader ones, directly or not
     */
    public Set<String> withBroader(Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        boolean grows = true;
        while (grows) {
            grows = all.addAll(members.entrySet().stream()
                    .filter(each -> each.getValue().stream().anyMatch(all::contains))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return all;
    }

    /**
     * Operands of ODRL that it says something about.
     *
     * @return some of {@code spatial} and {@code recipient}
     */
    public Set<String> operands() {
        return Stream.of(spatial.isEmpty() ? "" : "spatial", recipients.isEmpty() ? "" : "recipient")
                .filter(operand -> !operand.isEmpty())
                .collect(Collectors.toSet());
    }
}
