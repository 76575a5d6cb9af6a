// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.policy.Answer;
import org.dases.impact.connectors.policy.Due;
import org.dases.impact.connectors.policy.Explanation;
import org.dases.impact.connectors.policy.Inquiry;
import org.dases.impact.connectors.policy.InquiryReader;
import org.dases.impact.connectors.policy.PolicyDocument;
import org.dases.impact.connectors.policy.Truth;

/** Puts a request to a policy and tells the answer, to people or as JSON. */
final class PolicyExplanation {
    private static final int MOST_PARTS = 50;

    private final Console console;

    PolicyExplanation(Console console) {
        this.console = console;
    }

    /** Tells; the exit code of a permit or a denial, a {@link Failure} when a file cannot be read. */
    int tell(Path policy, Path request) {
        PolicyDocument document = PolicyFiles.policy(console, policy);
        Inquiry inquiry = PolicyFiles.read(console, request, InquiryReader::read);
        Answer answer = document.answer(inquiry);
        if (console.machine()) {
            console.json(json(answer));
        } else {
            print(answer, inquiry);
        }
        return (answer.permitted() ? ExitCode.DONE : ExitCode.CONTRACT).code();
    }

    private static Map<String, Object> json(Answer answer) {
        Map<String, Object> explanation = new LinkedHashMap<>();
        explanation.put("reasons", answer.reasons());
        explanation.putAll(json(answer.explanation()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decision", answer.permitted() ? "permit" : "deny");
        json.put("duties", answer.duties().stream().map(PolicyExplanation::json).toList());
        json.put("explanation", explanation);
        return json;
    }

    private static Map<String, Object> json(Due due) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action", due.action());
        json.put("conditions", due.conditions());
        json.put("fulfilled", due.fulfilled());
        json.put("place", due.place().toString());
        return json;
    }

    private static Map<String, Object> json(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", explanation.kind().name().toLowerCase(Locale.ROOT));
        json.put("text", explanation.text());
        json.put("state", explanation.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!explanation.reason().isEmpty()) {
            json.put("reason", explanation.reason());
        }
        if (!explanation.place().equals(Place.START)) {
            json.put("place", explanation.place().toString());
        }
        if (!explanation.parts().isEmpty()) {
            List<Object> parts = new ArrayList<>();
            explanation.parts().forEach(part -> parts.add(json(part)));
            json.put("parts", parts);
        }
        return json;
    }

    private void print(Answer answer, Inquiry inquiry) {
        String word = console.messages().text(answer.permitted() ? "contract.permits" : "contract.denies");
        console.print(word + "  " + inquiry.action() + "  " + inquiry.target());
        answer.reasons().forEach(reason -> console.reason("    ", reason));
        for (Due due : answer.duties()) {
            String state = due.fulfilled() ? "explain.done" : "explain.due";
            console.print("    " + console.messages().text(state, due.action() + conditions(due)));
        }
        answer.explanation().parts().forEach(part -> print(part, "  "));
    }

    private static String conditions(Due due) {
        return due.conditions().isEmpty() ? "" : " (" + String.join("; ", due.conditions()) + ")";
    }

    private void print(Explanation part, String indent) {
        boolean rule = part.kind() == Explanation.Kind.PERMISSION
                || part.kind() == Explanation.Kind.PROHIBITION
                || part.kind() == Explanation.Kind.OBLIGATION;
        String place = part.place().equals(Place.START) ? "" : " (" + part.place() + ")";
        String state = console.messages().text("explain." + (rule ? "rule." : "state.") + part.state());
        boolean told = !part.reason().isEmpty()
                && part.state() != Truth.HELD
                && part.parts().isEmpty();
        String kind = console.messages().text("explain.kind." + part.kind());
        boolean named = part.kind() == Explanation.Kind.ASSIGNEE || part.kind() == Explanation.Kind.TARGET;
        String text = named && !part.text().startsWith("any ") && !part.text().startsWith("one of ")
                ? part.text()
                : console.messages().said(part.text());
        String reason = told ? ": " + console.messages().said(part.reason()) : "";
        console.print(indent + state + "  " + kind + ": " + text + place + reason);
        part.parts().stream().limit(MOST_PARTS).forEach(each -> print(each, indent + "  "));
        if (part.parts().size() > MOST_PARTS) {
            console.print(indent + "  "
                    + console.messages().text("explain.more", part.parts().size() - MOST_PARTS));
        }
    }
}
