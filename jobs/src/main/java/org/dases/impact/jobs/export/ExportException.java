// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files could not be exported. The message says problem, place, reason, fix, and that the release stands. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ExportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static ExportException notWritable(long release, Path folder, IOException cause) {
        return new ExportException(
                "The tables of release " + release + " cannot be exported to " + folder + " ("
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "). The release itself is published and whole, and no file was left half written. Free space or give"
                        + " the folder write permission, then run 'impact export'.",
                cause);
    }

    static ExportException notReadable(Path file, IOException cause) {
        return new ExportException(
                "The exported file " + file + " cannot be read ("
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "). Remove it and run 'impact export', which writes it anew.",
                cause);
    }

    static ExportException noFileName(long release, String table) {
        return new ExportException(
                "Release " + release + " names a table '" + table
                        + "', which is no name of a file. It was not written by a release of this engine: restore the table"
                        + " 'releases'. Nothing was exported.",
                null);
    }
}
