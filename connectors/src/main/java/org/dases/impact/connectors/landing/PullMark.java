// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dases.impact.connectors.document.JsonDocument;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.landing.PullState.Standing;

/** The file beside a landed table's rows that says how their last pull stands. Delta does not look at it. */
final class PullMark {
    private static final String NAME = "_pull.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Configuration configuration;

    PullMark(Path folder, Configuration configuration) {
        this.file = new Path(folder, NAME);
        this.configuration = configuration;
    }

    /** What was written last; empty when nothing was, or it cannot be read, as when its writer was killed. */
    Optional<PullState> read() {
        try (FSDataInputStream in = file.getFileSystem(configuration).open(file)) {
            return JsonDocument.read(NAME, in.readAllBytes()).match(PullMark::state, problems -> Optional.empty());
        } catch (IOException e) {
            // Not there, or not readable: whoever asks takes landed rows for those of a pull that did not end, and the
            // next pull writes it anew.
            return Optional.empty();
        }
    }

    void write(PullState state) {
        try {
            FileSystem files = file.getFileSystem(configuration);
            try (OutputStream out = files.create(file, true);
                    JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                json.writeStringField("standing", state.standing().name());
                json.writeNumberField("base", state.base());
                json.writeArrayFieldStart("unread");
                for (String slice : state.unread()) {
                    json.writeString(slice);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        } catch (IOException e) {
            throw LandingException.notWritable(file.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<PullState> state(Node node) {
        Optional<Standing> standing = node.text("standing")
                .flatMap(text -> Arrays.stream(Standing.values())
                        .filter(each -> each.name().equals(text))
                        .findFirst());
        Optional<Long> base =
                node.text("base").filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
        return standing.isPresent() && base.isPresent()
                ? Optional.of(new PullState(standing.get(), base.get(), new TreeSet<>(node.texts("unread"))))
                : Optional.empty();
    }
}
