// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.lake.DeltaTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowPiecesTest {
    private static final StructType COLUMNS =
            new StructType().add("release_id", DataTypes.LongType).add("number", DataTypes.LongType);

    @TempDir
    private Path folder;

    private String table = "";

    @BeforeEach
    void setUp() {
        table = folder.resolve("table").toString();
    }

    private RowPieces pieces(long release, int size) {
        RowPieces.Target target = new RowPieces.Target(table, "release_id", release);
        return new RowPieces(TestSpark.session(), COLUMNS, target, size);
    }

    private static void add(RowPieces pieces, long release, int rows) {
        IntStream.range(0, rows).forEach(number -> pieces.add(RowFactory.create(release, (long) number)));
    }

    private List<Long> numbers(long release) {
        return DeltaTables.read(TestSpark.session(), table)
                .orElseThrow()
                .where("release_id = " + release)
                .orderBy("number")
                .collectAsList()
                .stream()
                .map(row -> row.<Long>getAs("number"))
                .toList();
    }

    private static Long[] upTo(int rows) {
        return IntStream.range(0, rows).mapToObj(number -> (long) number).toArray(Long[]::new);
    }

    @Test
    void allRowsAreWrittenAPieceACommit() {
        RowPieces pieces = pieces(1, 10);
        add(pieces, 1, 25);
        pieces.end();
        assertThat(numbers(1)).containsExactly(upTo(25));
        assertThat(DeltaTables.version(TestSpark.session(), table)).isEqualTo(2);
    }

    @Test
    void aFullPieceIsNotFollowedByAnEmptyOne() {
        RowPieces pieces = pieces(1, 10);
        add(pieces, 1, 10);
        pieces.end();
        assertThat(numbers(1)).containsExactly(upTo(10));
        assertThat(DeltaTables.version(TestSpark.session(), table)).isZero();
    }

    @Test
    void whatARunLeftThatDiedInBetweenIsReplaced() {
        RowPieces before = pieces(1, 10);
        add(before, 1, 10);
        before.end();
        add(pieces(2, 3), 2, 8); // two pieces, and no end
        assertThat(numbers(2)).hasSize(6);
        RowPieces again = pieces(2, 3);
        add(again, 2, 5);
        again.end();
        assertThat(numbers(2)).containsExactly(upTo(5));
        assertThat(numbers(1)).containsExactly(upTo(10));
    }

    @Test
    void noRowsMakeATableAllTheSame() {
        pieces(1, 10).end();
        assertThat(numbers(1)).isEmpty();
    }
}
