// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Member;
import org.dases.impact.connectors.contract.Offering;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.Reference;
import org.dases.impact.connectors.odrl.Rule;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One contract as the engine reads it, whatever shape it was delivered in. */
@Command(
        name = "show",
        description =
                "Show a contract as it is read: parties and signatures, offerings, rules with conditions and duties, and how often it was used.")
final class ShowCommand extends PlainCommand {
    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            paramLabel = "CONTRACT",
            descriptionKey = "contracts.which",
            description = "Identifier of the contract, or its file.")
    String which = "";

    @Override
    void run(Console console) {
        Workspace read = workspace.read();
        ContractStanding standing = ExplainCommand.find(read, which);
        Contract contract = read.contracts().find(standing.id()).orElseThrow();
        Map<String, String> says = ContractAnswer.says(contract);
        List<Map<String, Object>> members = contract.members().stream()
                .map(member -> member(contract, member))
                .toList();
        List<Map<String, Object>> offerings =
                contract.offerings().stream().map(ShowCommand::offering).toList();
        List<Map<String, Object>> rules =
                contract.policySet().rules().stream().map(ShowCommand::rule).toList();
        List<Map<String, Object>> uses = ContractAnswer.uses(read, contract);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", standing.file());
        result.put("id", contract.id());
        result.put("says", says);
        result.put("standing", standing.reasons());
        result.put("members", members);
        result.put("offerings", offerings);
        result.put("rules", rules);
        result.put("uses", uses);
        console.json(result);
        console.print(standing.file() + "  " + contract.id());
        says.forEach((key, value) -> console.print("  " + console.messages().heading(key) + ": "
                + console.messages().said(key, value)));
        standing.reasons().forEach(reason -> console.reason("  ", reason));
        Stream.of(members, offerings, rules, uses).flatMap(List::stream).forEach(each -> print(console, each));
    }

    private static Map<String, Object> member(Contract contract, Member member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("member", member.party().id());
        json.put("roles", member.roles().stream().sorted().toList());
        json.put("signed", member.signed());
        member.signedAt().ifPresent(at -> json.put("signed-at", at.toString()));
        json.put("revoked", contract.isRevoked(member.party().id()));
        return json;
    }

    private static Map<String, Object> offering(Offering offering) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", offering.id());
        json.put("provider", offering.provider().id());
        json.put("resources", offering.resources().stream().sorted().toList());
        return json;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.label());
        json.put("place", rule.place().toString());
        json.put("actions", rule.actions().stream().map(ShowCommand::action).toList());
        json.put("targets", rule.targets().stream().map(ShowCommand::reference).toList());
        json.put(
                "assignees",
                rule.assignees().stream().map(ShowCommand::reference).toList());
        json.put("conditions", texts(rule.constraints()));
        json.put("duties", rule.duties().stream().map(ShowCommand::duty).toList());
        return json;
    }

    private static String action(Operation action) {
        return action.name() + suffix(action.refinements());
    }

    private static String reference(Reference reference) {
        String name = reference.iri().isEmpty() ? reference.source() : reference.iri();
        return (reference.collection() ? "members of " : "") + name + suffix(reference.refinements());
    }

    private static String duty(Duty duty) {
        return duty.action() + suffix(duty.constraints());
    }

    private static String suffix(List<Constraint> constraints) {
        return constraints.isEmpty() ? "" : " [" + String.join("; ", texts(constraints)) + "]";
    }

    private static List<String> texts(List<Constraint> constraints) {
        return constraints.stream().map(Constraint::toString).toList();
    }

    private static void print(Console console, Map<String, Object> each) {
        StringBuilder line = new StringBuilder("  ");
        each.forEach((key, value) -> {
            boolean empty = value instanceof List<?> list && list.isEmpty();
            if (!empty) {
                line.append(line.length() > 2 ? "; " : "")
                        .append(console.messages().heading(key))
                        .append(": ")
                        .append(told(console, key, value));
            }
        });
        console.print(line.toString());
    }

    private static String told(Console console, String key, Object value) {
        return value instanceof List<?> list
                ? String.join(
                        ", ",
                        list.stream().map(each -> told(console, key, each)).toList())
                : console.messages().said(key, String.valueOf(value));
    }
}
