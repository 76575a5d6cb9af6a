// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a contract is accepted as one that binds its provider and us. The default is to refuse, and what is not known
 * is refused. Being admitted permits nothing yet: each use is asked of the policy evaluator.
 */
public sealed interface Admission {
    /**
     * The contract that was reviewed.
     *
     * @return as given
     */
    Contract contract();

    /**
     * Folds over both answers.
     *
     * @param admitted applied when admitted
     * @param refused applied when refused
     * @param <R> result
     * @return what the applied function returns
     */
    <R> R match(Function<Admitted, R> admitted, Function<Refused, R> refused);

    /**
     * Reviews a contract.
     *
     * @param contract as read
     * @param us who we are and what we act as
     * @param at the moment it is to bind
     * @return admitted, or refused with all reasons
     */
    static Admission review(Contract contract, Participant us, Instant at) {
        List<String> reasons = new ArrayList<>(Standing.objections(contract, us.ids(), at));
        List<Member> ours =
                us.ids().stream().flatMap(id -> contract.member(id).stream()).toList();
        if (!ours.isEmpty() && ours.stream().noneMatch(member -> member.plays(us.role()))) {
            reasons.add(mismatch(ours, us.role()));
        }
        if (!reasons.isEmpty()) {
            return new Refused(contract, reasons);
        }
        String assignee = us.ids().stream()
                .filter(id -> contract.member(id)
                        .filter(member -> member.plays(us.role()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        return new Admitted(contract, assignee);
    }

    private static String mismatch(List<Member> ours, Role role) {
        String stated = ours.stream()
                .flatMap(member -> member.roles().stream())
                .sorted()
                .collect(Collectors.joining(", "));
        return stated.isEmpty()
                ? "The contract gives us no role; we act as " + role + "."
                : "The contract has us as " + stated + "; we act as " + role + ".";
    }

    /**
     * The contract binds its provider and us.
     *
     * @param contract as reviewed
     * @param assignee which of our identifiers the contract names, for requests under it
     */
    record Admitted(Contract contract, String assignee) implements Admission {
        @Override
        public <R> R match(Function<Admitted, R> admitted, Function<Refused, R> refused) {
            return admitted.apply(this);
        }
    }

    /**
     * The contract cannot be used.
     *
     * @param contract as reviewed
     * @param reasons why, each a sentence that a lawyer can read; not empty
     */
    record Refused(Contract contract, List<String> reasons) implements Admission {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal gives its reasons");
            }
        }

        @Override
        public <R> R match(Function<Admitted, R> admitted, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
