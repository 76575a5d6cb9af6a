// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.cells.Node;

/** Names cohorts so that those of several published tables that are the same one get the same name. */
final class PrintedPlaces {
    private final Map<String, Set<String>> sharedCodes = new HashMap<>();

    PrintedPlaces(List<ClearedTable> tables) {
        tables.forEach(this::findSharedCodes);
    }

    /** Codes by axis: with its parents, if some table has the code below several of them or it is no code proper. */
    String name(ClearedTable table, List<Node> at) {
        Map<String, String> name = new TreeMap<>();
        for (int axis = 0; axis < at.size(); axis++) {
            List<String> path = at.get(axis).path();
            String on = table.axes().get(axis).kind();
            if (!path.isEmpty()) {
                String code = path.get(path.size() - 1);
                boolean isProper = !code.startsWith("_") && !shared(on).contains(code);
                name.put(on, isProper ? code : path.toString());
            }
        }
        return name.toString();
    }

    private void findSharedCodes(ClearedTable table) {
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Map<String, Node> seen = new HashMap<>();
            for (ClearedRow row : table.rows()) {
                Node node = row.at().get(axis);
                String code = node.isTotal() ? "" : node.path().get(node.path().size() - 1);
                Node before = seen.putIfAbsent(code, node);
                if (before != null && !before.equals(node)) {
                    shared(table.axes().get(axis).kind()).add(code);
                }
            }
        }
    }

    private Set<String> shared(String axis) {
        return sharedCodes.computeIfAbsent(axis, name -> new HashSet<>());
    }
}
