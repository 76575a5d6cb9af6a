// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Rule;
import org.dases.impact.connectors.odrl.Term;
import org.dases.impact.connectors.odrl.Value;

/**
 * What a contract demands of the engine that uses its data. Where its permissions differ, the strictest counts.
 *
 * @param minimumCohortSize fewest contributors of a published figure; empty when not stated
 * @param granularity levels of detail that may be published; empty when not stated
 * @param retention longest time that data may be kept after they were fetched; empty when not stated
 * @param deleteBy when all data must be gone; empty when not stated
 * @param pseudonymDomain domain in which learners may be joined with those of other datasets; empty when none is stated
 *     or permissions state different ones, and then nothing may be joined
 * @param singleProviderRelease whether figures that rest on this provider alone may be published
 * @param duties actions that must be done: {@code delete}, {@code anonymize}, {@code aggregate}, {@code attribute},
 *     {@code inform} or others that the engine cannot do
 * @param purposes what data may be used for by the contract as a whole; empty when only its policies say so
 * @param legalBasis legal basis of the processing, where stated
 */
public record Terms(
        OptionalInt minimumCohortSize,
        Set<String> granularity,
        Optional<Period> retention,
        Optional<Instant> deleteBy,
        Optional<String> pseudonymDomain,
        boolean singleProviderRelease,
        Set<String> duties,
        Set<String> purposes,
        Optional<String> legalBasis) {
    private static final Set<String> KEEPING = Set.of("retention", "elapsedTime", "delayPeriod");

    public Terms {
        granularity = Set.copyOf(granularity);
        duties = Set.copyOf(duties);
        purposes = Set.copyOf(purposes);
    }

    static Terms of(Contract contract) {
        List<Rule> permissions = contract.policySet().of(Rule.Kind.PERMISSION);
        Set<String> domains = values(permissions, Term.PSEUDONYM_DOMAIN);
        Set<String> alone = values(permissions, Term.SINGLE_PROVIDER_RELEASE);
        return new Terms(
                atoms(permissions, Term.MINIMUM_COHORT_SIZE)
                        .mapToInt(Terms::cohortSize)
                        .max(),
                values(permissions, Term.GRANULARITY),
                retention(contract),
                deleteBy(contract),
                domains.size() == 1 ? domains.stream().findFirst() : Optional.empty(),
                alone.equals(Set.of("true")),
                duties(contract).map(Duty::action).collect(Collectors.toSet()),
                contract.purposes(),
                contract.legalBasis());
    }

    private static Stream<Constraint.Atomic> atoms(List<Rule> rules, Term term) {
        return rules.stream()
                .flatMap(Terms::limits)
                .flatMap(Constraint::atoms)
                .filter(atom -> Term.of(atom).filter(term::equals).isPresent())
                .filter(term::honours);
    }

    private static Stream<Constraint> limits(Rule rule) {
        return Stream.concat(
                rule.constraints().stream(),
                Stream.concat(
                        rule.actions().stream().flatMap(action -> action.refinements().stream()),
                        rule.targets().stream().flatMap(target -> target.refinements().stream())));
    }

    private static Set<String> values(List<Rule> rules, Term term) {
        return atoms(rules, term)
                .flatMap(atom -> atom.right().stream())
                .map(Value::text)
                .collect(Collectors.toSet());
    }

    private static int cohortSize(Constraint.Atomic atom) {
        int stated = Integer.parseInt(atom.right().get(0).text());
        return Operator.of(atom.operator()).filter(Operator.GT::equals).isPresent() ? stated + 1 : stated;
    }

    private static Optional<Period> retention(Contract contract) {
        Stream<String> stated = atoms(contract.policySet().of(Rule.Kind.PERMISSION), Term.RETENTION)
                .map(atom -> atom.right().get(0).text());
        return Stream.concat(stated, deletion(contract, KEEPING))
                .map(Period::parse)
                .min(Comparator.comparing(period -> LocalDate.EPOCH.plus(period)));
    }

    private static Optional<Instant> deleteBy(Contract contract) {
        return deletion(contract, Set.of("dateTime"))
                .flatMap(text -> Moment.parse(text).stream())
                .map(Moment::last)
                .min(Comparator.naturalOrder());
    }

    private static Stream<String> deletion(Contract contract, Set<String> operands) {
        return duties(contract)
                .filter(duty -> duty.action().equals("delete") && Duties.honours(duty))
                .flatMap(duty -> duty.constraints().stream())
                .flatMap(Constraint::atoms)
                .filter(atom -> operands.contains(atom.leftOperand()))
                .map(atom -> atom.right().get(0).text());
    }

    private static Stream<Duty> duties(Contract contract) {
        return contract.policySet().rules().stream().flatMap(rule -> rule.duties().stream());
    }
}
