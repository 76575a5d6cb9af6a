// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What belongs to which collection or broader term. A collection may hold others, and in the end itself.
 *
 * @param complete collection to all that belongs to it, as the request says
 * @param partial collection to some that belong to it, as the policy says, or the engine of its own things
 */
record Belonging(Map<String, Set<String>> complete, Map<String, Set<String>> partial) {
    /** The same with further members that are some of all. */
    Belonging with(Map<String, Set<String>> some) {
        Map<String, Set<String>> all = new HashMap<>(partial);
        some.forEach((whole, parts) -> all.merge(whole, parts, (one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }));
        return new Belonging(complete, all);
    }

    /** Whether something is in a collection; unknown when nobody says what the collection holds. */
    Truth in(String part, String whole) {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(whole));
        while (!left.isEmpty()) {
            String each = left.pop();
            if (seen.add(each)) {
                complete.getOrDefault(each, Set.of()).forEach(left::push);
                partial.getOrDefault(each, Set.of()).forEach(left::push);
            }
        }
        seen.remove(whole);
        if (seen.contains(part)) {
            return Truth.HELD;
        }
        return complete.containsKey(whole) ? Truth.NOT_HELD : Truth.UNKNOWN;
    }

    /** Whether something is a term or narrower than it. */
    boolean isNarrower(String term, String broader) {
        return term.equals(broader) || in(term, broader) == Truth.HELD;
    }
}
