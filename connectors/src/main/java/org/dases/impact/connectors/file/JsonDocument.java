// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import org.dases.impact.connectors.source.Shape;
import org.jspecify.annotations.Nullable;

/** One JSON object, the whole file. A blank file has no record. */
final class JsonDocument implements FileRecords {
    private final Reader reader;
    private boolean read;

    JsonDocument(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Shape shape() {
        return Shape.ofJson();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (read) {
            return null;
        }
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        read = true;
        String document = text.toString();
        return document.isBlank() ? null : new Entry(1, List.of(document), JsonCheck.fault(document));
    }

    @Override
    public boolean skip() {
        boolean first = !read;
        read = true;
        return first;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
