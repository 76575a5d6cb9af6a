// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What nobody shall be able to compute of a count for others' sake.
 *
 * @param count a count that has heard what others tell
 */
record SharedSecrets(HeadCount count) {

    /**
     * In a release by itself: secrets of echoes, and their rows that gave way, must not follow from these rows either,
     * but what a rate hides because another series tells it, that series may tell. Where other rows tell of this count,
     * they must not give away its cells below the threshold.
     */
    Set<CellSum> now() {
        Set<CellSum> secrets = new LinkedHashSet<>();
        for (Echo echo : echoes()) {
            HeadCount other = echo.other();
            BitSet its = other.isOfSide() == count.isOfSide() ? other.secretCells() : other.hidden();
            its.or(other.yielded());
            its.stream().forEach(cell -> secrets.addAll(echo.at(cell)));
            other.sums().forEach(people -> echo.translate(people).ifPresent(secrets::add));
        }
        secrets.addAll(below());
        return secrets;
    }

    /**
     * Together with earlier releases: what a reader must not know anew, under whatever name, but for what was told then
     * under one of them; of records also those of cells below the threshold, and of rows that gave way.
     */
    Set<CellSum> anew() {
        Set<CellSum> held = new LinkedHashSet<>();
        Set<CellSum> told = new HashSet<>();
        count.held().forEach(cell -> held.add(CellSum.of(cell)));
        count.rows().cells().filter(count::wasTold).forEach(cell -> told.add(CellSum.of(cell)));
        for (Echo echo : echoes()) {
            HeadCount other = echo.other();
            other.held().forEach(cell -> held.addAll(echo.at(cell)));
            other.rows().cells().filter(other::wasTold).forEach(cell -> told.addAll(echo.at(cell)));
        }
        held.removeAll(told);
        if (!count.isOfPersons()) {
            held.addAll(below());
            held.addAll(CellSum.each(count.yielded()));
            echoes().forEach(echo -> echo.other().yielded().stream().forEach(cell -> held.addAll(echo.at(cell))));
        }
        return held;
    }

    private List<Echo> echoes() {
        return count.echoes().stream().filter(Echo::isOfSecrets).toList();
    }

    private Set<CellSum> below() {
        Set<CellSum> below = new LinkedHashSet<>();
        if (!count.echoes().isEmpty()) {
            count.belowThreshold().forEach(cell -> below.add(CellSum.of(cell)));
        }
        echoes().forEach(echo -> echo.other().belowThreshold().forEach(cell -> below.addAll(echo.at(cell))));
        return below;
    }
}
