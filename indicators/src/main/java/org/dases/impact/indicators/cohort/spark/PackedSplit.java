// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/** Splits packed rows, with all that their parts need and nothing of what they do not. */
final class PackedSplit {
    private final PackedRows rows;

    PackedSplit(PackedRows rows) {
        this.rows = rows;
    }

    /** Number of a contributor that all tasks share: that in the register, or one that several names may have. */
    static int identity(PackedRows rows, int contributor) {
        return contributor >= 0 ? contributor : identity(rows.contributorNames.utf8(-1 - contributor));
    }

    /** The same of a contributor that the register does not have, less than 0. */
    static int identity(UTF8String name) {
        return -1 - (name.hashCode() & Integer.MAX_VALUE);
    }

    /**
     * By school, so that all rows of one lie in the same chunk; where it is not known, by contributor.
     *
     * @param chunks how many chunks there are
     * @return chunk and its rows, of those that have some
     */
    Iterator<Tuple2<Integer, PackedRows>> bySchool(int chunks) {
        int[] ofSchool = new int[rows.schoolNames.size()];
        Arrays.setAll(
                ofSchool, school -> Math.floorMod(rows.schoolNames.utf8(school).hashCode(), chunks));
        return by(chunks, fact -> {
            int school = rows.schools.get(rows.places.get(fact));
            return school < 0 ? Math.floorMod(identity(rows, rows.contributors.get(fact)), chunks) : ofSchool[school];
        });
    }

    private Iterator<Tuple2<Integer, PackedRows>> by(int chunks, IntUnaryOperator chunkOf) {
        int[] chunk = new int[rows.size()];
        Arrays.setAll(chunk, chunkOf);
        int[] first = new int[chunks + 1];
        for (int each : chunk) {
            first[each + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        int[] order = new int[chunk.length];
        for (int fact = 0; fact < chunk.length; fact++) {
            order[next[chunk[fact]]++] = fact;
        }
        return IntStream.range(0, chunks)
                .filter(each -> first[each] < first[each + 1])
                .mapToObj(each -> new Tuple2<>(each, part(Arrays.copyOfRange(order, first[each], first[each + 1]))))
                .iterator();
    }

    /**
     * A part.
     *
     * @param facts positions of its facts
     */
    PackedRows part(int[] facts) {
        PackedRows part = new PackedRows(rows.nodes.size(), rows.marks.size());
        int[] places = new int[rows.placeCount()]; // one more than the number in the part
        int[] place = new int[2 + rows.nodes.size() + rows.marks.size()];
        List<int[]> nodes =
                rows.paths.stream().map(paths -> new int[paths.size()]).toList();
        rows.paths.forEach(paths -> part.paths.add(new ArrayList<>()));
        for (int fact : facts) {
            int from = rows.places.get(fact);
            if (places[from] == 0) {
                copyPlace(from, part, nodes, place);
                places[from] = part.placeCount();
            }
            part.places.add(places[from] - 1);
            int contributor = rows.contributors.get(fact);
            part.contributors.add(
                    contributor < 0
                            ? -1 - part.contributorNames.code(rows.contributorNames.utf8(-1 - contributor))
                            : contributor);
        }
        for (int i = 0; i < rows.marks.size(); i++) {
            for (int fact : facts) {
                part.numerators.get(i).add(rows.numerators.get(i).get(fact));
                part.denominators.get(i).add(rows.denominators.get(i).get(fact));
            }
        }
        part.trim();
        return part;
    }

    private void copyPlace(int from, PackedRows part, List<int[]> nodes, int[] place) {
        place[0] = code(rows.schools.get(from), rows.schoolNames, part.schoolNames);
        place[1] = code(rows.providers.get(from), rows.providerNames, part.providerNames);
        for (int axis = 0; axis < nodes.size(); axis++) {
            int node = rows.nodes.get(axis).get(from);
            int[] known = nodes.get(axis);
            if (known[node] == 0) {
                part.paths.get(axis).add(rows.paths.get(axis).get(node));
                known[node] = part.paths.get(axis).size();
            }
            place[2 + axis] = known[node] - 1;
        }
        for (int i = 0; i < rows.marks.size(); i++) {
            int mark = rows.marks.get(i).get(from);
            place[2 + nodes.size() + i] = mark < 0 ? mark : code(mark, rows.unitNames, part.unitNames);
        }
        part.addPlace(place);
    }

    private static int code(int code, Dictionary from, Dictionary to) {
        UTF8String text = code < 0 ? null : from.utf8(code);
        return to.code(text);
    }
}
