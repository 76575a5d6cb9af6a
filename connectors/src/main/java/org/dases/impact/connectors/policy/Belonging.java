// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What belongs to which collection or broader term. A collection may hold others, and in the end itself.
 *
 * @param complete collection to all that belongs to it, as the request says
 * @param partial collection to some that belong to it, as the policy says
 */
record Belonging(Map<String, Set<String>> complete, Map<String, Set<String>> partial) {
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
