// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.lake;

import org.jspecify.annotations.Nullable;

/** The lake cannot be used as asked. The message says problem, place, reason, fix, and in what state the lake is. */
public final class LakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retryLater;

    private LakeException(String message, boolean retryLater, @Nullable Throwable cause) {
        super(message, cause);
        this.retryLater = retryLater;
    }

    static LakeException notWritable(String path, @Nullable Throwable cause) {
        return new LakeException(
                "The lake cannot be written at " + path + (cause == null ? "" : " (" + cause.getMessage() + ")")
                        + ". Nothing was changed. Give the folder write permission, or set another 'lake:' in impact.yaml.",
                false,
                cause);
    }

    /**
     * A decision cannot be written down, so that nothing may be done by it.
     *
     * @param path of the file that decisions lie in
     * @param cause what the system says
     * @return to be thrown
     */
    public static LakeException undecided(String path, Throwable cause) {
        return new LakeException(
                "A decision on a contract cannot be written down in " + path + " (" + cause.getMessage()
                        + "), so that nothing is done by it. See that this user may read and write this file and that the"
                        + " disk has room, and run again; what was done before stays.",
                false,
                cause);
    }

    static LakeException open(String path, Throwable cause) {
        return new LakeException(
                "Others may enter the restricted folder " + path + ", and this user cannot change that (it belongs to"
                        + " somebody else). Nothing was changed. Let its owner close it with 'chmod 700', or run as its"
                        + " owner.",
                false,
                cause);
    }

    static LakeException remote(String path) {
        return new LakeException(
                "The lake " + path
                        + " lies on an object store, where this version cannot keep two runs apart. Nothing was"
                        + " changed. Mount it as a folder, or set another 'lake:' in impact.yaml.",
                false,
                null);
    }

    static LakeException notErased(String path) {
        return new LakeException(
                "Files of " + path + " that hold purged rows could not be removed. The rows are in no version that is"
                        + " read, but still on the disk. Give this user the right to delete there, and run 'impact"
                        + " retain' again, which goes on with it.",
                false,
                null);
    }

    static LakeException busy(String path, String holder) {
        return new LakeException(
                "Another run works on this lake (" + path + (holder.isBlank() ? "" : ", " + holder)
                        + "). Nothing was changed. Wait until it has ended and run again, or use --wait.",
                true,
                null);
    }

    /**
     * Whether the same command may succeed later without any change.
     *
     * @return true when another run holds the lake
     */
    public boolean retryLater() {
        return retryLater;
    }
}
