// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.dases.impact.connectors.source.Shape;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; blank lines are passed over. A record's number is its line. */
final class JsonLines implements FileRecords {
    private static final int BUFFER = 1 << 16;

    private final BufferedReader reader;
    private long line;

    JsonLines(Reader reader) {
        this.reader = new BufferedReader(reader, BUFFER);
    }

    @Override
    public Shape shape() {
        return Shape.ofJson();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        String text = nextLine();
        return text == null ? null : new Entry(line, List.of(text), JsonCheck.fault(text));
    }

    @Override
    public boolean skip() throws IOException {
        return nextLine() != null;
    }

    private @Nullable String nextLine() throws IOException {
        String text = reader.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = reader.readLine();
            line++;
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
