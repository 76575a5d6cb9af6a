// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.indicators.disclosure.workers.Workers;

/** Workers who are far away: parts, work and results go there and back as bytes. */
final class Travelling implements Workers {
    int parts;

    @Override
    public <T extends Serializable, R> List<R> map(List<T> from, Work<T, R> work) {
        List<R> results = new ArrayList<>();
        for (T part : from) {
            parts++;
            results.add(sent(sent(work).apply(sent(part))));
        }
        return results;
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
