// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.connectors.source.Shape;
import org.dases.impact.connectors.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what identifies a person in records of one shape. Not thread-safe.
 *
 * <p>Columns are judged by their names as soon as the shape is known, JSON paths when a record has them; values one by
 * one. The name of an xAPI account is an identifier that the conform step turns into a pseudonym: it passes, while an
 * {@code mbox}, an actor's name, or an account name that is an e-mail address stop.
 */
public final class Screen {
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<ColumnScreen> columns = new ArrayList<>();
    private final @Nullable JsonScreen json;

    private Screen(Shape shape, ScreeningRules rules) {
        json = shape.json() ? new JsonScreen(rules, findings) : null;
        if (json == null) {
            int place = 0;
            for (String name : shape.columns()) {
                place++;
                columns.add(column(name, place, rules));
            }
        }
    }

    /**
     * Compiles the rules for records of a shape.
     *
     * @param shape what the records look like
     * @param rules what is let through
     * @return a screen that has already judged the column names
     */
    public static Screen of(Shape shape, ScreeningRules rules) {
        return new Screen(shape, rules);
    }

    private ColumnScreen column(String name, int place, ScreeningRules rules) {
        int forms = ValueForms.of(name);
        if (forms != 0) {
            // The first line is no header: its values must not get into a message as column names.
            ColumnScreen masked = ColumnScreen.of("number " + place, ColumnName.of("", ""), rules, findings);
            masked.found(forms);
            return masked;
        }
        ColumnScreen column = ColumnScreen.of(name, ColumnName.of(name, ""), rules, findings);
        column.judgeName();
        return column;
    }

    /**
     * Looks at a record.
     *
     * @param record a record of the screen's shape
     */
    public void inspect(SourceRecord record) {
        if (json != null) {
            for (@Nullable String document : record.values()) {
                if (document != null) {
                    json.inspect(document);
                }
            }
            return;
        }
        List<@Nullable String> values = record.values();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                columns.get(i).inspect(value);
            }
        }
    }

    /**
     * What was found so far.
     *
     * @return columns and kinds, each pair once, in the order found; empty when the records may land
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
