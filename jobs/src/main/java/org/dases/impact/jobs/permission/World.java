// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Counted;
import org.dases.impact.connectors.odrl.Value;
import org.dases.impact.connectors.policy.Circumstances;
import org.dases.impact.jobs.workspace.Surroundings;

/**
 * What is the case when a contract is asked: the number of the use, how long it has been used, where and for whom, and
 * what is broader than what. What nobody says stays unknown.
 */
final class World {
    private final Surroundings surroundings;
    private final UseBook uses;

    World(Surroundings surroundings, UseBook uses) {
        this.surroundings = surroundings;
        this.uses = uses;
    }

    UseBook uses() {
        return uses;
    }

    /** For a use that is still to come. */
    Circumstances next(Contract contract, String resource, Instant at) {
        OptionalInt used = uses.used(contract, resource);
        return of(contract, at, used.isPresent() ? OptionalInt.of(used.getAsInt() + 1) : used);
    }

    /** For what is done with data that were pulled: it belongs to the use that was the last. */
    Circumstances now(Contract contract, String resource, Instant at) {
        return of(contract, at, uses.used(contract, resource));
    }

    /** For a use of that number. */
    Circumstances of(Contract contract, Instant at, OptionalInt number) {
        Map<String, BigDecimal> counts = new HashMap<>();
        number.ifPresent(each -> Counted.OPERANDS.forEach(operand -> counts.put(operand, BigDecimal.valueOf(each))));
        Map<String, List<Value>> context = new HashMap<>();
        put(context, "spatial", surroundings.spatial());
        put(context, "recipient", surroundings.recipients());
        // ODRL's is the time for which an action is exercised, so it begins with the first use.
        uses.elapsed(contract, at)
                .ifPresent(time -> context.put("elapsedTime", List.of(new Value(time.toString(), "duration"))));
        return new Circumstances(context, counts, surroundings.members());
    }

    private static void put(Map<String, List<Value>> context, String operand, Set<String> names) {
        if (!names.isEmpty()) {
            context.put(
                    operand,
                    names.stream().sorted().map(name -> new Value(name, "")).toList());
        }
    }
}
