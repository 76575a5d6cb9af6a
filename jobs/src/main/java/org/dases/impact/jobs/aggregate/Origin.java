// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dases.impact.indicators.disclosure.Zeros;
import org.dases.impact.jobs.lake.Digest;

/**
 * How a table was released, for the next release of it to hold to. The restricted file says it in its second line.
 *
 * @param k least number of persons in a cell
 * @param zeros what became of zeros
 * @param after a hash over the releases before it, in their order
 */
record Origin(int k, Zeros zeros, String after) {
    private static final Pattern LINE =
            Pattern.compile("# k=([0-9]{1,9}) zeros=(publish|withhold) after=([0-9a-f]{64})");

    /**
     * The origin of a release.
     *
     * @param earlier hashes of the files of the releases before it, the oldest first
     */
    Origin(int k, Zeros zeros, List<String> earlier) {
        this(k, zeros, Digest.of(earlier));
    }

    /** What a restricted file says; empty where that is not to be understood. */
    static Optional<Origin> read(Path restricted) throws IOException {
        // any byte is a character here: whether the file is UTF-8 is told when its rows are read
        try (BufferedReader lines = Files.newBufferedReader(restricted, StandardCharsets.ISO_8859_1)) {
            lines.readLine();
            String line = lines.readLine();
            Matcher said = LINE.matcher(line == null ? "" : line);
            return said.matches()
                    ? Optional.of(new Origin(
                            Integer.parseInt(said.group(1)),
                            Zeros.valueOf(said.group(2).toUpperCase(Locale.ROOT)),
                            said.group(3)))
                    : Optional.empty();
        }
    }

    /** The line of a restricted file. */
    String line() {
        return "# k=" + k + " zeros=" + zeros.name().toLowerCase(Locale.ROOT) + " after=" + after;
    }

    /** The hash of the file of a release. */
    static String hash(Path file) throws IOException {
        return Digest.of(List.of(Files.readString(file)));
    }
}
