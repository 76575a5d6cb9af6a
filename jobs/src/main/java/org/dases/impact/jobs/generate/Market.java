// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.parquet.io.api.Binary;

/** The solutions of a whole country: a hundred, of which few have most of the learners (a law of Zipf). */
final class Market {
    static final int SOLUTIONS = 100;
    private static final int PROVIDERS = 25;
    private static final int RESOURCES = 40;
    private static final double SKEW = 1.1;

    private final long seed;
    /** Share of the schools' choices that fall on a solution or on one before it. */
    private final double[] upTo = new double[SOLUTIONS];

    private final List<Binary> solutions = names("solution-%03d", SOLUTIONS);
    private final List<Binary> providers = names("edtech-%02d", PROVIDERS);
    private final List<Binary> resources = IntStream.range(0, SOLUTIONS * RESOURCES)
            .mapToObj(i -> name("solution-%03d/ressource-%02d", i / RESOURCES, i % RESOURCES))
            .toList();

    Market(long seed) {
        this.seed = seed;
        double sum = 0;
        for (int i = 0; i < SOLUTIONS; i++) {
            sum += StrictMath.pow(i + 1, -SKEW);
            upTo[i] = sum;
        }
    }

    private static List<Binary> names(String form, int count) {
        return IntStream.range(0, count).mapToObj(i -> name(form, i)).toList();
    }

    private static Binary name(String form, Object... numbers) {
        return Binary.fromString(String.format(Locale.ROOT, form, numbers));
    }

    /** What a school has bought: three to ten solutions, seldom fewer. */
    int[] bought(School school) {
        Dice dice = Dice.of(seed, "school buys", school.index());
        int choices = 3 + dice.below(8);
        return IntStream.generate(() -> choice(dice)).limit(choices).distinct().toArray();
    }

    private int choice(Dice dice) {
        double at = dice.unit() * upTo[SOLUTIONS - 1];
        int found = java.util.Arrays.binarySearch(upTo, at);
        return Math.min(SOLUTIONS - 1, found < 0 ? -found - 1 : found + 1);
    }

    Binary solution(int number) {
        return solutions.get(number);
    }

    Binary provider(int solution) {
        return providers.get(solution % PROVIDERS);
    }

    /** One of the resources of a solution, the first ones more often. */
    Binary resource(int solution, Dice dice) {
        return resources.get(solution * RESOURCES + (int) (RESOURCES * dice.unit() * dice.unit()));
    }
}
