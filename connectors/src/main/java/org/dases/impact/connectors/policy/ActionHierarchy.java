// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which action includes which. An action of the ODRL vocabulary that includes none of ours is known not to be ours; any
 * other name may mean anything.
 *
 * @see <a href="https://www.w3.org/TR/odrl-vocab/#actionConcepts">ODRL vocabulary, actions</a>
 */
final class ActionHierarchy {
    /** Actions between {@code use} and one of ours. */
    private static final Map<Action, List<String>> BETWEEN = Map.of(Action.DISPLAY, List.of("play"));

    private static final Set<String> OTHERS = Set.of(
            "transfer",
            "give",
            "sell",
            "acceptTracking",
            "annotate",
            "attribute",
            "compensate",
            "concurrentUse",
            "digitize",
            "ensureExclusivity",
            "execute",
            "extract",
            "grantUse",
            "include",
            "index",
            "inform",
            "install",
            "modify",
            "move",
            "nextPolicy",
            "obtainConsent",
            "play",
            "present",
            "print",
            "reproduce",
            "reviewPolicy",
            "stream",
            "synchronize",
            "textToSpeech",
            "transform",
            "translate",
            "uninstall",
            "watermark");

    private ActionHierarchy() {}

    /** Whether a rule on the named action is a rule on what is asked. */
    static Truth covers(String named, Action asked) {
        if (named.equalsIgnoreCase("use")
                || named.equalsIgnoreCase(name(asked))
                || BETWEEN.getOrDefault(asked, List.of()).contains(named)) {
            return Truth.HELD;
        }
        return isKnown(named) ? Truth.NOT_HELD : Truth.UNKNOWN;
    }

    static String name(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isKnown(String named) {
        for (Action action : Action.values()) {
            if (name(action).equalsIgnoreCase(named)) {
                return true;
            }
        }
        return OTHERS.contains(named);
    }
}
