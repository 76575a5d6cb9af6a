// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Column names out of a header: as they are, without spaces around them. A name that is missing becomes
 * {@code column_3}, one that is there already (whatever its case) {@code name_2}.
 */
final class CsvHeader {
    private CsvHeader() {}

    static List<String> names(@Nullable String[] cells) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            String name = cell == null || cell.isBlank() ? "column_" + (i + 1) : cell.strip();
            String free = name;
            for (int copy = 2; !taken.add(free.toLowerCase(Locale.ROOT)); copy++) {
                free = name + "_" + copy;
            }
            names.add(free);
        }
        return names;
    }

    static List<String> numbered(int width) {
        return names(new @Nullable String[width]);
    }
}
