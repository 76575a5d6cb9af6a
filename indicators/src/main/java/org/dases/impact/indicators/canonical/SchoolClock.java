// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Map;
import java.util.TreeMap;

/**
 * The time zone that a school lives by. The first three digits of a UAI name its département or collectivity (arrêté du
 * 13 mai 1985 on the répertoire national des établissements); overseas they tell the zone. All other schools, and those
 * of which the UAI is hidden, have the workspace's.
 */
public final class SchoolClock {
    /** IANA time zones by the first digits of a UAI. */
    private static final Map<String, String> OVERSEAS = new TreeMap<>(Map.of(
            "971", "America/Guadeloupe",
            "972", "America/Martinique",
            "973", "America/Cayenne",
            "974", "Indian/Reunion",
            "975", "America/Miquelon",
            "976", "Indian/Mayotte",
            "983", "Pacific/Noumea",
            "984", "Pacific/Tahiti",
            "986", "Pacific/Wallis"));

    private SchoolClock() {}

    /**
     * The zone of the schools of a département or collectivity.
     *
     * @param digits the first three digits of its UAIs, for instance {@code 974}
     * @param otherwise name of the zone of all that have none of their own
     * @return name of an IANA time zone
     */
    public static String of(String digits, String otherwise) {
        return OVERSEAS.getOrDefault(digits, otherwise);
    }

    /**
     * The zone of the school of a row.
     *
     * @param uai Spark SQL that gives the UAI of the school, or null
     * @param otherwise name of the zone of all other schools, as {@link java.time.ZoneId#getId} has it
     * @return Spark SQL that gives the name of a zone, never null
     */
    public static String zone(String uai, String otherwise) {
        StringBuilder sql = new StringBuilder("case if(")
                .append(uai)
                .append(" rlike '^9[0-9]{6}[A-Za-z]$', substring(")
                .append(uai)
                .append(", 1, 3), '')");
        OVERSEAS.forEach((digits, zone) -> sql.append(" when '")
                .append(digits)
                .append("' then '")
                .append(zone)
                .append('\''));
        return sql.append(" else '").append(otherwise).append("' end").toString();
    }
}
