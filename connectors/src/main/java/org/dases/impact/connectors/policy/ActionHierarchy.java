// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which action includes which. Two actions of the ODRL vocabulary are known to include each other or not; any other
 * name may mean anything, unless the policy itself says what includes it.
 *
 * @see <a href="https://www.w3.org/TR/odrl-vocab/#actionConcepts">ODRL vocabulary, actions</a>
 */
final class ActionHierarchy {
    private static final String INCLUDED_IN_USE =
            "acceptTracking aggregate annotate anonymize archive attribute compensate"
                    + " concurrentUse delete derive digitize distribute ensureExclusivity execute grantUse include index inform"
                    + " install modify move nextPolicy obtainConsent play present print read reproduce reviewPolicy stream"
                    + " synchronize textToSpeech transform translate uninstall watermark";
    private static final String CREATIVE_COMMONS =
            "Attribution CommercialUse CommericalUse DerivativeWorks Distribution"
                    + " Notice Reproduction ShareAlike Sharing SourceCode";

    /** Deprecated actions, with the ones that the vocabulary says they are. */
    private static final Map<String, String> SAME = Map.of(
            "append", "modify",
            "appendTo", "modify",
            "write", "modify",
            "writeTo", "modify",
            "copy", "reproduce",
            "export", "transform",
            "license", "grantUse",
            "pay", "compensate");

    private static final Map<String, String> BROADER = broader();
    private static final Map<String, String> SPELLINGS = spellings();

    private ActionHierarchy() {}

    private static Map<String, String> broader() {
        Map<String, String> broader = new HashMap<>();
        List.of(INCLUDED_IN_USE.split(" ")).forEach(action -> broader.put(action, "use"));
        List.of(CREATIVE_COMMONS.split(" "))
                .forEach(action -> broader.put("http://creativecommons.org/ns#" + action, "use"));
        broader.put("display", "play");
        broader.put("extract", "reproduce");
        broader.put("give", "transfer");
        broader.put("sell", "transfer");
        return Map.copyOf(broader);
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        BROADER.forEach((action, wide) -> {
            spellings.put(action.toLowerCase(Locale.ROOT), action);
            spellings.put(wide.toLowerCase(Locale.ROOT), wide);
        });
        SAME.forEach((old, action) -> spellings.put(old.toLowerCase(Locale.ROOT), action));
        return Map.copyOf(spellings);
    }

    /**
     * Whether a rule on the named action is a rule on what is asked.
     *
     * @param declared action to those that the policy says include it; not asked for actions of the vocabulary
     */
    static Truth covers(String named, String asked, Map<String, Set<String>> declared) {
        String wide = known(named);
        Set<String> including = including(known(asked), declared);
        if (including.contains(wide)) {
            return Truth.HELD;
        }
        boolean bothKnown = isKnown(wide) || declared.containsKey(wide);
        return bothKnown && including.stream().anyMatch(ActionHierarchy::isKnown) ? Truth.NOT_HELD : Truth.UNKNOWN;
    }

    private static Set<String> including(String action, Map<String, Set<String>> declared) {
        Set<String> found = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(action));
        while (!left.isEmpty()) {
            String each = left.pop();
            if (found.add(each)) {
                String wide = BROADER.get(each);
                if (wide != null) {
                    left.push(wide);
                } else if (!isKnown(each)) {
                    declared.getOrDefault(each, Set.of()).forEach(name -> left.push(known(name)));
                }
            }
        }
        return found;
    }

    static String name(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    /** The name of the vocabulary, whatever its capitals, and the present one for a deprecated one. */
    static String known(String name) {
        return SPELLINGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    static boolean isKnown(String name) {
        return SPELLINGS.containsKey(name.toLowerCase(Locale.ROOT));
    }
}
