// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The code lists of the territories of French schools, and which territory lies in which. */
public final class Territories {
    private static final List<Departement> DEPARTEMENTS = Departement.all();

    private static final Map<TerritoryLevel, CodeList> LISTS = Map.of(
            TerritoryLevel.DEPARTEMENT, list(Departement::code, Departement::code, Departement::name),
            TerritoryLevel.ACADEMIE, list(Departement::academie, Departement::academieCode, Departement::academie),
            TerritoryLevel.REGION_ACADEMIQUE, list(Departement::region, Departement::regionCode, Departement::region));

    private static final Map<TerritoryLevel, SortedMap<String, String>> PARENTS = Map.of(
            TerritoryLevel.DEPARTEMENT, unique(Departement::code, Departement::academie),
            TerritoryLevel.ACADEMIE, unique(Departement::academie, Departement::region),
            TerritoryLevel.REGION_ACADEMIQUE, Collections.emptySortedMap());

    private Territories() {}

    /**
     * The code list of a level.
     *
     * @param level which
     * @return its codes and names
     */
    public static CodeList list(TerritoryLevel level) {
        return LISTS.getOrDefault(level, new CodeList(Collections.emptySortedMap()));
    }

    /**
     * Where the territories of a level lie, both in the form that is kept.
     *
     * @param level which
     * @return territory → territory of the next level; empty for régions académiques
     */
    public static SortedMap<String, String> parents(TerritoryLevel level) {
        return PARENTS.getOrDefault(level, Collections.emptySortedMap());
    }

    private static CodeList list(
            Function<Departement, String> form,
            Function<Departement, String> code,
            Function<Departement, String> name) {
        SortedMap<String, String> forms = unique(code.andThen(CodeList::plain), form);
        unique(name.andThen(CodeList::plain), form).forEach((key, value) -> put(forms, key, value));
        return new CodeList(forms);
    }

    private static SortedMap<String, String> unique(
            Function<Departement, String> key, Function<Departement, String> value) {
        SortedMap<String, String> map = new TreeMap<>();
        DEPARTEMENTS.forEach(each -> put(map, key.apply(each), value.apply(each)));
        return map;
    }

    private static void put(SortedMap<String, String> map, String key, String value) {
        String before = map.put(key, value);
        if (before != null && !before.equals(value)) {
            throw new IllegalStateException("'" + key + "' stands for " + before + " and for " + value);
        }
    }
}
