// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.odrl.Value;

/**
 * What is asked of a policy, and the state of the world in which it is asked. What is not given is unknown.
 *
 * @param action short name of the ODRL vocabulary, else an IRI
 * @param target identifier of the asset
 * @param assignee who asks
 * @param purposes what it is for; empty means unknown
 * @param at when it is done
 * @param context left operand to the values that are the case
 * @param counts left operand to the count that this use has, itself included
 * @param fulfilled actions or identifiers of the duties that are done
 * @param members collection or broader term to all that belongs to it
 * @param some collection or broader term to some of what belongs to it
 */
public record Inquiry(
        String action,
        String target,
        Optional<String> assignee,
        Set<String> purposes,
        Optional<Instant> at,
        Map<String, List<Value>> context,
        Map<String, BigDecimal> counts,
        Set<String> fulfilled,
        Map<String, Set<String>> members,
        Map<String, Set<String>> some) {
    public Inquiry {
        purposes = Set.copyOf(purposes);
        context = Map.copyOf(context);
        counts = Map.copyOf(counts);
        fulfilled = Set.copyOf(fulfilled);
        members = copy(members);
        some = copy(some);
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> members) {
        Map<String, Set<String>> copy = new HashMap<>();
        members.forEach((collection, all) -> copy.put(collection, Set.copyOf(all)));
        return Map.copyOf(copy);
    }

    static Inquiry of(PolicyRequest request) {
        return new Inquiry(
                ActionHierarchy.name(request.action()),
                request.resource(),
                Optional.of(request.assignee()),
                request.purposes(),
                Optional.of(request.at()),
                request.circumstances().context(),
                request.circumstances().counts(),
                Set.of(),
                Map.of(),
                request.circumstances().members());
    }
}
