// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up table of a whole country in the form of the disclosure-control cases: 18 regions with 101 départements, 4
 * cycles with 12 levels, two sexes, some solutions and months. Départements differ in size, few solutions have most
 * learners, summers are quiet: about a third of the inner cells count fewer than ten, and most of those are of a single
 * school. The same seed gives the same table.
 */
final class NationalCase {
    /** Codes with totals of place, level and sex together. */
    private static final int FIXED = (1 + 18 + 101) * (1 + 4 + 12) * 3;

    private static final int DEPARTMENTS = 101;
    private static final int REGIONS = 18;
    private static final int LEVELS = 12;
    private static final int LEVELS_OF_A_CYCLE = 3;
    private static final int MONTHS = 12;
    private static final int FIRST_OF_SUMMER = 10;

    private static final int LEARNERS_OF_A_SCHOOL = 10;

    private final Random random;
    private final Random schools;
    private final int months;
    private final int solutions;

    /**
     * A table of about so many cells, totals among them.
     *
     * @param cells at least 25 000
     * @param seed of the numbers
     */
    NationalCase(long cells, long seed) {
        double free = Math.max(4, (double) cells / FIXED);
        months = (int) Math.min(MONTHS, Math.max(1, Math.round(Math.sqrt(free)) - 1));
        solutions = (int) Math.max(1, Math.round(free / (months + 1)) - 1);
        random = new Random(seed);
        schools = new Random(-1 - seed);
    }

    /**
     * Writes the inner cells and the hierarchies.
     *
     * @param folder where
     * @param name of the case
     * @throws IOException if that fails
     */
    void write(Path folder, String name) throws IOException {
        Files.writeString(folder.resolve(name + ".hier.json"), hierarchies());
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve(name + ".csv"))) {
            csv.write("geo1,geo2,lev1,lev2,sex,solution,month,freq,n_contrib\n");
            for (int department = 0; department < DEPARTMENTS; department++) {
                double size = Math.exp(0.9 * random.nextGaussian());
                for (int level = 0; level < LEVELS; level++) {
                    double learners = size * Math.exp(3.5 + 0.5 * random.nextGaussian());
                    for (String sex : List.of("F", "M")) {
                        write(csv, place(department) + "," + level(level) + "," + sex, learners);
                    }
                }
            }
        }
    }

    private void write(BufferedWriter csv, String at, double learners) throws IOException {
        for (int solution = 0; solution < solutions; solution++) {
            boolean isUsed = random.nextInt(5) > 0;
            double share = 1 / Math.pow(1 - random.nextDouble(), 0.8) / (1 + solution / 2.0);
            for (int month = 0; month < months; month++) {
                double part = random.nextDouble() * (month < FIRST_OF_SUMMER ? 1 : 0.2);
                long count = isUsed ? (long) (learners * share * part) : 0;
                csv.write(at + ",S" + two(solution) + ",M" + two(month) + "," + count + "," + schools(count) + "\n");
            }
        }
    }

    /** Most cells with fewer than twenty learners are of a single school. */
    private long schools(long count) {
        return Math.min(count, 1 + (long) (schools.nextDouble() * count / LEARNERS_OF_A_SCHOOL));
    }

    private static String place(int department) {
        String region = "R" + two(department * REGIONS / DEPARTMENTS);
        return region + "," + region + ".D" + department;
    }

    private static String level(int level) {
        String cycle = "C" + level / LEVELS_OF_A_CYCLE;
        return cycle + "," + cycle + ".L" + two(level);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private String hierarchies() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        List<String> places = new ArrayList<>();
        for (int department = 0; department < DEPARTMENTS; department++) {
            places.add(place(department));
        }
        List<String> levels = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            levels.add(level(level));
        }
        all.put("geo", hierarchy(List.of("geo1", "geo2"), places));
        all.put("lev", hierarchy(List.of("lev1", "lev2"), levels));
        all.put("sex", hierarchy(List.of("sex"), List.of("F", "M")));
        all.put("solution", hierarchy(List.of("solution"), numbered("S", solutions)));
        all.put("month", hierarchy(List.of("month"), numbered("M", months)));
        return new ObjectMapper().writeValueAsString(all);
    }

    private static List<String> numbered(String letter, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(letter + two(i));
        }
        return codes;
    }

    /** A tree of paths, whose codes are joined by commas. */
    private static Map<String, Object> hierarchy(List<String> columns, List<String> paths) {
        Map<String, List<String>> tree = new LinkedHashMap<>();
        for (String path : paths) {
            String parent = "Total";
            for (String code : path.split(",", -1)) {
                List<String> children = tree.computeIfAbsent(parent, key -> new ArrayList<>());
                if (!children.contains(code)) {
                    children.add(code);
                }
                parent = code;
            }
        }
        return Map.of("cols", columns, "tree", tree);
    }
}
