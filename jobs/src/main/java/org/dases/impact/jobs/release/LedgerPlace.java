// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Where a cell stands, whichever table prints it: its period and the code of each column that is no total. A table that
 * is renamed, gets another dimension or lists its dimensions in another order does not forget what was told of its
 * cells.
 *
 * @param table the table
 * @param periods its periods
 */
record LedgerPlace(PublishedTable table, Periods periods) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> CODES = new TypeReference<>() {};
    /** No column is called so. */
    private static final String PERIOD = "@period";

    /** The place of a cohort of the table, as a JSON object in alphabetical order. */
    String of(List<Node> at) {
        Map<String, String> codes = new TreeMap<>();
        Node period = at.get(0);
        if (!period.isTotal()) {
            List<String> path = period.path();
            codes.put(PERIOD, path.size() == 1 ? path.get(0) : path.get(0) + "/" + path.get(path.size() - 1));
        }
        for (int d = 0; d < table.dimensions().size(); d++) {
            List<String> path = at.get(d + 1).path();
            for (int level = 0; level < path.size(); level++) {
                codes.put(table.dimensions().get(d).levels().get(level).column(), path.get(level));
            }
        }
        return text(codes);
    }

    /** The place of the codes of columns that are no total, and of a period where one is asked for. */
    static String of(Map<String, String> codes, Optional<String> period) {
        Map<String, String> all = new TreeMap<>(codes);
        period.ifPresent(each -> all.put(PERIOD, each));
        return text(all);
    }

    private static String text(Map<String, String> codes) {
        try {
            return JSON.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the codes of a cell cannot be written as JSON", e);
        }
    }

    /** The cohort of the table that stands at a place; empty where the table can have none there. */
    Optional<List<Node>> cohort(String place) {
        return stood(place).filter(at -> of(at).equals(place));
    }

    /**
     * Where a cohort of the table stood when other levels were shown, by the codes of those that it shows now; empty
     * for a period that it does not show.
     */
    Optional<List<Node>> stood(String place) {
        Map<String, String> codes = codes(place);
        return takePeriod(codes).map(period -> {
            List<Node> at = new ArrayList<>(List.of(period));
            for (Dimension dimension : table.dimensions()) {
                at.add(new Node(dimension.levels().stream()
                        .flatMap(level -> Optional.ofNullable(codes.get(level.column())).stream())
                        .toList()));
            }
            return at;
        });
    }

    /** The period of codes, which are without it then; empty where the table does not show such periods. */
    Optional<Node> takePeriod(Map<String, String> codes) {
        return period(Optional.ofNullable(codes.remove(PERIOD)));
    }

    private Optional<Node> period(Optional<String> code) {
        String[] parts = code.orElse("").split("[/:]", 3);
        PeriodKind kind =
                code.isEmpty() ? PeriodKind.ALL : parts.length == 1 ? PeriodKind.YEAR : Periods.kind(parts[1]);
        if (!periods.kinds().contains(kind)) {
            return Optional.empty();
        }
        return Optional.of(periods.node(parts[0], kind.name(), parts.length == 1 ? null : Date.valueOf(parts[2])));
    }

    /** The codes at a place by their columns, with that of the period. */
    static Map<String, String> codes(String place) {
        try {
            return JSON.readValue(place, CODES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger has a place that this engine did not write", e);
        }
    }
}
