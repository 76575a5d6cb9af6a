// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A path in JSON documents, with what its name says, kept so that each path is judged once.
 *
 * <p>A key without a meaning of its own has that of the key above it: {@code name.en} is a name, {@code email.value} an
 * e-mail address.
 */
final class JsonPath {
    /** Documents that use values as keys have no end of paths: further ones are judged each time. */
    private static final int MOST_CHILDREN = 2_000;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|und");

    private final String path;
    private final String key;
    private final String parentKey;
    private final ScreeningRules rules;
    private final Set<Finding> findings;
    private final ColumnName name;
    private final ColumnScreen screen;
    private final Map<String, JsonPath> children = new HashMap<>();

    private JsonPath(
            String path, String key, String parentKey, ColumnName name, ScreeningRules rules, Set<Finding> findings) {
        this.path = path;
        this.key = key;
        this.parentKey = parentKey;
        this.name = name;
        this.rules = rules;
        this.findings = findings;
        this.screen = ColumnScreen.of(path, name, rules, findings);
    }

    static JsonPath root(ScreeningRules rules, Set<Finding> findings) {
        return new JsonPath("", "", "", ColumnName.of("", ""), rules, findings);
    }

    ColumnScreen screen() {
        return screen;
    }

    JsonPath child(String childKey) {
        JsonPath known = children.get(childKey);
        if (known != null) {
            return known;
        }
        JsonPath fresh = fresh(childKey);
        if (children.size() < MOST_CHILDREN) {
            children.put(childKey, fresh);
        }
        return fresh;
    }

    private JsonPath fresh(String childKey) {
        int forms = ValueForms.of(childKey);
        if (forms != 0) {
            // A key that is a value itself, as in {"someone@example.org": 3}, must not get into a message.
            JsonPath masked = new JsonPath(below("*"), "*", key, ColumnName.of("", ""), rules, findings);
            masked.screen.found(forms);
            return masked;
        }
        ColumnName own = ColumnName.of(childKey, key);
        boolean silent = own.kind() == null && !own.namesAThing();
        if (silent && (name.namesAThing() || name.kind() != null)) {
            boolean translation = LANGUAGE.matcher(childKey).matches();
            return new JsonPath(
                    below(childKey),
                    translation ? key : childKey,
                    translation ? parentKey : key,
                    name,
                    rules,
                    findings);
        }
        return new JsonPath(below(childKey), childKey, key, own, rules, findings);
    }

    private String below(String childKey) {
        return path.isEmpty() ? childKey : path + "." + childKey;
    }
}
