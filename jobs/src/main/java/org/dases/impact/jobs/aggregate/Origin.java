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
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/**
 * How a table was released, for the next release of it to hold to. The restricted file says it in its second line.
 *
 * @param k least number of persons in a cell
 * @param zeros what became of zeros
 * @param attacker what was reckoned with beside adding and subtracting; of files of before that is not known
 * @param limits what was asked beside k
 * @param id by which later releases name this one: a hash of what was written
 * @param after the releases that it was held against
 */
record Origin(int k, Zeros zeros, Optional<Attacker> attacker, Limits limits, String id, List<String> after) {
    private static final Pattern LINE = Pattern.compile("# k=([0-9]{1,9}) zeros=(publish|withhold)"
            + "(?: attacker=(adds|bounds|bounds_above_zero))?"
            + "(?: schools=([0-9]{1,10}) largest=([0-9]{1,3}) providers=([0-9]{1,10}))?"
            + " id=([0-9a-f]{64}) after=([0-9a-f,]*)");

    Origin {
        after = List.copyOf(after);
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
                            Optional.ofNullable(said.group(3))
                                    .map(name -> Attacker.valueOf(name.toUpperCase(Locale.ROOT))),
                            limits(said),
                            said.group(7),
                            said.group(8).isEmpty()
                                    ? List.of()
                                    : List.of(said.group(8).split(",", -1))))
                    : Optional.empty();
        }
    }

    private static int number(String digits) {
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits));
    }

    private static Limits limits(Matcher said) {
        return said.group(4) == null
                ? Limits.NONE
                : new Limits(
                        Limits.NONE.denominator(),
                        Limits.NONE.side(),
                        number(said.group(4)),
                        number(said.group(5)),
                        number(said.group(6)));
    }

    /**
     * Whether an attacker was reckoned with who knows more than the one that is now. Where zeros are withheld nobody
     * knows which withheld cells are not empty.
     */
    boolean isStricterThan(GateRequest request) {
        boolean isAlike = request.zeros() == Zeros.WITHHOLD && request.attacker() != Attacker.ADDS;
        return attacker.filter(each -> !isAlike && each.compareTo(request.attacker()) > 0)
                .isPresent();
    }

    /** How many of the releases that it was held against are not among some. */
    long missing(List<String> ids) {
        return after.stream().filter(each -> !ids.contains(each)).count();
    }

    /** The line of a restricted file. */
    String line() {
        String reckoned = attacker.map(each -> " attacker=" + each.name().toLowerCase(Locale.ROOT))
                .orElse("");
        String asked = limits.equals(Limits.NONE)
                ? ""
                : " schools=" + limits.schools() + " largest=" + limits.largestSchoolPercent() + " providers="
                        + limits.providers();
        return "# k=" + k + " zeros=" + zeros.name().toLowerCase(Locale.ROOT) + reckoned + asked + " id=" + id
                + " after=" + String.join(",", after);
    }
}
