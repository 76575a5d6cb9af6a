// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dases.impact.indicators.cohort.kernel.FactTable;

/** A DuckDB database in memory, over a file or the tables of a folder. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;
    private final Path data;

    /**
     * Opens an empty database.
     *
     * @param data file or folder that {@code $data} in a statement stands for
     * @param threads how many threads it may use
     */
    DuckDb(Path data, int threads) {
        this.data = data;
        try {
            this.connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw Unmeasured.missing(e);
        }
        run("set threads = " + threads);
    }

    /** Runs statements, separated by semicolons. */
    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("$data", data.toString().replace("'", "''")));
        } catch (SQLException e) {
            throw Unmeasured.failed(e);
        }
    }

    /** Runs the statements of a resource beside this class. */
    void runResource(String name) {
        run(text(name));
    }

    /** A resource beside this class. */
    static String text(String name) {
        try (InputStream in = DuckDb.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells in a table: so many columns of keys, the others numbers. A key that is null is the total. */
    Map<String, String> cells(String table, int keys) {
        Map<String, String> cells = new HashMap<>();
        read("select * from " + table, row -> {
            StringBuilder key = new StringBuilder();
            StringBuilder numbers = new StringBuilder();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String text = row.getString(column);
                (column <= keys ? key : numbers)
                        .append(text == null ? CellText.TOTAL : text)
                        .append(' ');
            }
            if (cells.put(key.toString(), numbers.toString()) != null) {
                throw new IllegalStateException("DuckDB gave cell " + key + "twice");
            }
        });
        return cells;
    }

    /** Greatest code in a column of {@code facts}, plus one. */
    int codes(String column) {
        int[] codes = {0};
        read("select coalesce(max(" + column + "), -1) + 1 from facts", row -> codes[0] = row.getInt(1));
        return codes[0];
    }

    /** Adds all rows of {@code facts}. */
    void readFacts(FactTable to, int axes) {
        int[] codes = new int[axes];
        read("select * from facts", row -> {
            for (int axis = 0; axis < axes; axis++) {
                codes[axis] = row.getInt(3 + axis);
            }
            to.add(row.getInt(1), row.getInt(2), codes, row.getLong(3 + axes), row.getLong(4 + axes));
        });
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String query, Reader reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw Unmeasured.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Unmeasured.failed(e);
        }
    }
}
