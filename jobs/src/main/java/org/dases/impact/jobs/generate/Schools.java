// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.canonical.Departement;

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

    /** Paris and the three départements around it, where nearly everybody lives in a town. */
    private static final Set<String> URBAN = Set.of("75", "92", "93", "94");

    private final long seed;

    Schools(long seed) {
        this.seed = seed;
    }

    List<School> draw(int count, int learners) {
        List<Departement> departements = Departement.all();
        int[] perDepartement = Shares.of(count, weights(departements, count));
        List<Draft> drafts = new ArrayList<>();
        for (int t = 0; t < departements.size(); t++) {
            for (int serial = 1; serial <= perDepartement[t]; serial++) {
                drafts.add(draft(departements.get(t), serial));
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

    private static double[] weights(List<Departement> departements, int count) {
        Map<String, Double> regionSum = departements.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Departement::region, java.util.stream.Collectors.summingDouble(Departement::colleges)));
        return departements.stream()
                .mapToDouble(t -> count > PILOT_LIMIT
                        ? t.colleges()
                        : PILOT.getOrDefault(t.region(), 0.0) * t.colleges() / regionSum.getOrDefault(t.region(), 1.0))
                .toArray();
    }

    private Draft draft(Departement departement, int serial) {
        String uai = Uai.of(departement.code(), serial);
        Dice dice = Dice.of(seed, "school", uai.hashCode());
        boolean rural = !URBAN.contains(departement.code()) && dice.chance(0.35);
        boolean isPrivate = dice.chance(departement.region().equals("Bretagne") ? 0.42 : 0.2);
        boolean lycee = dice.chance(rural ? 0.15 : 0.36);
        double ips = ips(departement, isPrivate, lycee, dice);
        String priority = isPrivate || lycee ? "HORS" : priority(ips, dice);
        int enrolment = rural ? dice.between(90, 380) : dice.between(320, lycee ? 1_400 : 850);
        return new Draft(uai, departement, lycee, isPrivate, priority, ips, rural, enrolment);
    }

    private static double ips(Departement departement, boolean isPrivate, boolean lycee, Dice dice) {
        double local = switch (departement.code()) {
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
            Departement departement,
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
                    index,
                    uai,
                    departement,
                    lycee,
                    isPrivate,
                    priority,
                    ips,
                    rural,
                    Math.max(enrolment, listed),
                    listed);
        }
    }
}
