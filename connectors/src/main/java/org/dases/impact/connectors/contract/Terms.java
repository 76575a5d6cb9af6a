// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
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
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Rule;
import org.dases.impact.connectors.odrl.Term;
import org.dases.impact.connectors.odrl.Value;

/**
 * What a contract demands of the engine that uses one of its resources. Where permissions on it differ, the strictest
 * counts.
 *
 * @param minimumCohortSize fewest contributors of a published figure; empty when not stated
 * @param granularity levels of detail that may be published, none of them when permissions contradict each other; empty
 *     when not stated
 * @param retention longest time that data may be kept after they were fetched; empty when not stated
 * @param deleteBy when all data must be gone; empty when not stated
 * @param pseudonymDomain domain in which learners may be joined with those of other datasets; empty when none is stated
 *     or permissions state different ones, and then nothing may be joined
 * @param singleProviderRelease whether figures that rest on this provider alone may be published: only when each
 *     permission to publish says so
 * @param duties actions that must be done: {@code delete}, {@code anonymize}, {@code aggregate}, {@code attribute},
 *     {@code inform} or others that the engine cannot do
 * @param purposes what data may be used for by the contract as a whole; empty when only its policies say so
 * @param legalBasis legal basis of the processing, where stated
 */
public record Terms(
        OptionalInt minimumCohortSize,
        Optional<Set<String>> granularity,
        Optional<Period> retention,
        Optional<Instant> deleteBy,
        Optional<String> pseudonymDomain,
        boolean singleProviderRelease,
        Set<String> duties,
        Set<String> purposes,
        Optional<String> legalBasis) {
    private static final Set<String> PUBLISHING = Set.of("use", "distribute", "display", "play");

    public Terms {
        granularity = granularity.map(Set::copyOf);
        duties = Set.copyOf(duties);
        purposes = Set.copyOf(purposes);
    }

    static Terms of(Contract contract, String resource) {
        List<Rule> rules = contract.policySet().rules().stream()
                .filter(rule -> concerns(contract, rule, resource))
                .toList();
        Set<String> domains = values(rules, Term.PSEUDONYM_DOMAIN);
        return new Terms(
                atoms(rules, Term.MINIMUM_COHORT_SIZE)
                        .mapToInt(Terms::cohortSize)
                        .max(),
                granularity(rules),
                retention(rules),
                deleteBy(rules),
                domains.size() == 1 ? domains.stream().findFirst() : Optional.empty(),
                singleProviderRelease(rules),
                duties(rules).map(Duty::action).collect(Collectors.toSet()),
                contract.purposes(),
                contract.legalBasis());
    }

    /** Whether a rule is, or may be, about a resource. */
    static boolean concerns(Contract contract, Rule rule, String resource) {
        return rule.targets().isEmpty()
                || rule.targets().stream()
                        .anyMatch(target -> target.collection() || contract.covers(target.iri(), resource));
    }

    private static Stream<Constraint.Atomic> atoms(List<Rule> rules, Term term) {
        return rules.stream()
                .filter(rule -> rule.kind() == Rule.Kind.PERMISSION)
                .flatMap(Terms::limits)
                .flatMap(Constraint::atoms)
                .filter(atom -> Term.of(atom).filter(term::equals).isPresent())
                .filter(term::honours);
    }

    /** All conditions of a rule, wherever they stand. */
    static Stream<Constraint> limits(Rule rule) {
        return Stream.concat(
                Stream.concat(
                        rule.constraints().stream(),
                        rule.assignees().stream().flatMap(assignee -> assignee.refinements().stream())),
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

    /** Consent, so it must stand in each permission to publish; the strictest of the others is not enough. */
    private static boolean singleProviderRelease(List<Rule> rules) {
        List<Rule> toPublish = rules.stream()
                .filter(rule -> rule.kind() == Rule.Kind.PERMISSION)
                .filter(rule -> rule.actions().stream().map(Operation::name).anyMatch(PUBLISHING::contains))
                .toList();
        return !toPublish.isEmpty()
                && toPublish.stream().allMatch(Terms::consents)
                && values(rules, Term.SINGLE_PROVIDER_RELEASE).equals(Set.of("true"));
    }

    private static boolean consents(Rule permission) {
        return limits(permission)
                .flatMap(Constraint::required)
                .anyMatch(atom -> Term.of(atom)
                                .filter(Term.SINGLE_PROVIDER_RELEASE::equals)
                                .isPresent()
                        && Term.SINGLE_PROVIDER_RELEASE.honours(atom));
    }

    private static Optional<Set<String>> granularity(List<Rule> rules) {
        return atoms(rules, Term.GRANULARITY)
                .map(atom -> atom.right().stream().map(Value::text).collect(Collectors.toSet()))
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                });
    }

    private static int cohortSize(Constraint.Atomic atom) {
        int stated = Integer.parseInt(atom.right().get(0).text());
        return Operator.of(atom.operator()).filter(Operator.GT::equals).isPresent() ? stated + 1 : stated;
    }

    private static Optional<Period> retention(List<Rule> rules) {
        Stream<String> stated =
                atoms(rules, Term.RETENTION).map(atom -> atom.right().get(0).text());
        return Stream.concat(
                        stated,
                        deletion(rules, Duties.PERIODS)
                                .map(atom -> atom.right().get(0).text()))
                .map(Period::parse)
                .min(Comparator.comparing(period -> LocalDate.EPOCH.plus(period)));
    }

    private static Optional<Instant> deleteBy(List<Rule> rules) {
        return deletion(rules, Set.of("dateTime"))
                .flatMap(atom -> deadline(atom).stream())
                .min(Comparator.naturalOrder());
    }

    /** The last instant at which data may be there; before a day is before its first instant. */
    private static Optional<Instant> deadline(Constraint.Atomic atom) {
        boolean before =
                Operator.of(atom.operator()).filter(Operator.LT::equals).isPresent();
        return Moment.parse(atom.right().get(0).text())
                .map(moment -> before ? moment.first().minusNanos(1) : moment.last());
    }

    private static Stream<Constraint.Atomic> deletion(List<Rule> rules, Set<String> operands) {
        return duties(rules)
                .filter(duty -> duty.action().equals("delete") && Duties.honours(duty))
                .flatMap(duty -> duty.constraints().stream())
                .flatMap(Constraint::atoms)
                .filter(atom -> operands.contains(atom.leftOperand()));
    }

    private static Stream<Duty> duties(List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.duties().stream());
    }

    /**
     * Whether the day has come by which all data must be gone. They go on that day, not after it, so that whoever asks
     * the day after finds none.
     *
     * @param at the moment
     * @return false where no day is stated
     */
    public boolean isToBeDeleted(Instant at) {
        return deleteBy.filter(by -> !day(by).isAfter(day(at))).isPresent();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
