// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws the schools. A young data space grows from a few régions: up to {@link #PILOT_LIMIT} schools lie in six of
 * them, more are spread over France like the real collèges.
 */
final class Schools {
    static final int PILOT_LIMIT = 400;
    private static final Map<String, Double> PILOT = Map.of(
            "Île-de-France", 24.0,
            "Hauts-de-France", 12.0,
            "Auvergne-Rhône-Alpes", 10.0,
            "Bretagne", 9.0,
            "Occitanie", 4.0,
            "Corse", 1.0);

    private final long seed;

    Schools(long seed) {
        this.seed = seed;
    }

    List<School> draw(int count, int learners) {
        List<Territory> territories = Territory.all();
        int[] perTerritory = Shares.of(count, weights(territories, count));
        List<Draft> drafts = new ArrayList<>();
        for (int t = 0; t < territories.size(); t++) {
            for (int serial = 1; serial <= perTerritory[t]; serial++) {
                drafts.add(draft(territories.get(t), serial));
            }
        }
        int[] listed =
                Shares.of(learners, drafts.stream().mapToDouble(Draft::size).toArray());
        List<School> schools = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            schools.add(drafts.get(i).finished(i, listed[i]));
        }
        return List.copyOf(schools);
    }

    private static double[] weights(List<Territory> territories, int count) {
        Map<String, Double> regionSum = territories.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Territory::region, java.util.stream.Collectors.summingDouble(Territory::colleges)));
        return territories.stream()
                .mapToDouble(t -> count > PILOT_LIMIT
                        ? t.colleges()
                        : PILOT.getOrDefault(t.region(), 0.0) * t.colleges() / regionSum.getOrDefault(t.region(), 1.0))
                .toArray();
    }

    private Draft draft(Territory territory, int serial) {
        String uai = Uai.of(territory.departementCode(), serial);
        Dice dice = Dice.of(seed, "school", uai.hashCode());
        boolean rural = !territory.urban() && dice.chance(0.35);
        boolean isPrivate = dice.chance(territory.region().equals("Bretagne") ? 0.42 : 0.2);
        boolean lycee = dice.chance(rural ? 0.15 : 0.36);
        double ips = ips(territory, isPrivate, lycee, dice);
        String priority = isPrivate || lycee ? "HORS" : priority(ips, dice);
        int enrolment = rural ? dice.between(90, 380) : dice.between(320, lycee ? 1_400 : 850);
        return new Draft(uai, territory, lycee, isPrivate, priority, ips, rural, enrolment);
    }

    private static double ips(Territory territory, boolean isPrivate, boolean lycee, Dice dice) {
        double local = switch (territory.departementCode()) {
            case "93", "59", "62", "02", "2B" -> -12;
            case "75", "92", "78", "69", "31" -> 9;
            default -> 0;
        };
        double drawn = 100 + local + (isPrivate ? 14 : 0) + (lycee ? 4 : 0) + 13 * dice.bell();
        return StrictMath.rint(10 * Math.max(62, Math.min(150, drawn))) / 10;
    }

    private static String priority(double ips, Dice dice) {
        if (ips < 85) {
            return dice.chance(0.5) ? "REP+" : "REP";
        }
        return ips < 96 && dice.chance(0.55) ? "REP" : "HORS";
    }

    private record Draft(
            String uai,
            Territory territory,
            boolean lycee,
            boolean isPrivate,
            String priority,
            double ips,
            boolean rural,
            int enrolment) {
        double size() {
            return 60 + enrolment;
        }

        School finished(int index, int listed) {
            return new School(
                    index, uai, territory, lycee, isPrivate, priority, ips, rural, Math.max(enrolment, listed), listed);
        }
    }
}
