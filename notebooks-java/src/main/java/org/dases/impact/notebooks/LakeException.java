// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A published lake could not be read as asked. The message says problem, place, reason and what to do. */
public final class LakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is. */
    public enum Fault {
        /** The folder is not the root of published tables. */
        NOT_A_LAKE,
        /** Nothing has been released yet. */
        NOTHING_RELEASED,
        /** A table, release or column that does not exist. */
        UNKNOWN,
        /** The files are incomplete, or were not written by a release. */
        DAMAGED
    }

    private final Fault fault;

    private LakeException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * Kind of failure.
     *
     * @return never null
     */
    public Fault fault() {
        return fault;
    }

    static LakeException notALake(Path root) {
        Path below = root.resolve("published");
        String fix = PublishedLake.isAt(below)
                ? "did you mean '" + below + "'?"
                : "give the folder 'published' of a lake, for instance .impact/lake/published, and run 'impact run' first";
        String reason = Files.isDirectory(root) ? "it has no table 'releases'" : "there is no such folder";
        return new LakeException(
                Fault.NOT_A_LAKE, "'" + root + "' is not a published lake: " + reason + "; " + fix, null);
    }

    static LakeException noPlaceGiven(String name) {
        return new LakeException(
                Fault.NOT_A_LAKE,
                "no published lake given: the environment variable (or system property) " + name
                        + " is not set; set it to the folder 'published' of a lake, for instance"
                        + " .impact/lake/published",
                null);
    }

    static LakeException nothingReleased(Path root) {
        return new LakeException(
                Fault.NOTHING_RELEASED,
                "nothing has been released in '" + root + "' yet; run 'impact run', which ends with a release",
                null);
    }

    static LakeException unknown(String kind, String name, String place, Collection<String> known) {
        String all = known.isEmpty() ? "" : "; there are: " + String.join(", ", known);
        String hint = Suggestion.of(name, known)
                .map(near -> " (did you mean '" + near + "'?)")
                .orElse("");
        return new LakeException(Fault.UNKNOWN, "unknown " + kind + " '" + name + "' in " + place + hint + all, null);
    }

    static LakeException damaged(Path folder, String reason, @Nullable Throwable cause) {
        return new LakeException(
                Fault.DAMAGED,
                "cannot read '" + folder + "': " + reason + "; restore the folder or release again with 'impact run'",
                cause);
    }
}
