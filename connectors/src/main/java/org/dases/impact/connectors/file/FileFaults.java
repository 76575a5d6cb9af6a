// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;

/** The wording of what can be wrong with files. */
final class FileFaults {
    private FileFaults() {}

    static SourceException noMatch(Path root, String pattern) {
        return permanent("No file matches " + pattern + " in folder " + root
                + ". Put the files there, or correct 'path' in the dataset's options.");
    }

    static SourceException isFolder(Path folder) {
        return permanent(folder + " is a folder, not a file. Write which files of it are meant in 'path', for instance "
                + folder.getFileName() + "/*.csv.");
    }

    static SourceException badPath(String path) {
        return permanent("'" + path + "' is not a path or pattern. Correct 'path' in the dataset's options.");
    }

    static SourceException unreadable(String file, IOException cause) {
        String reason = cause instanceof NoSuchFileException
                ? "it does not exist (any more)"
                : cause instanceof AccessDeniedException
                        ? "the account that runs impact may not read it"
                        : cause.getClass().getSimpleName();
        return new SourceException(
                Fault.PERMANENT,
                "File " + file + " cannot be read: " + reason + ". Check the file and its rights, then pull again.",
                cause);
    }

    static SourceException changed(String file) {
        return data("File " + file + " changed while it was read, so that its end is not landed. Pull again when it is"
                + " complete; write files under another name and rename them.");
    }

    static SourceException noSuchDecimalColumn(String file, String column) {
        return data("File " + file + " has no column '" + column
                + "', which 'decimal-columns' lists. Correct the dataset's options.");
    }

    static SourceException nested(String file, String column) {
        return data("File " + file + ": column '" + column
                + "' is nested, and parquet is read as flat columns. Flatten it, or deliver jsonl.");
    }

    /**
     * A failure of reading.
     *
     * @param file name for the message
     * @param records records read before
     * @param encoding expected encoding
     * @param cause what happened
     */
    static SourceException failed(String file, long records, Charset encoding, IOException cause) {
        String after = records == 0 ? "before its first record" : "after record " + records;
        if (cause instanceof EOFException) {
            return data(
                    "File " + file + " is cut off " + after + ": the compressed stream ends too early. What was"
                            + " before is landed. Put the whole file in its place and pull again; nothing will be there twice.");
        }
        if (cause instanceof ZipException) {
            return data("File " + file + " is damaged " + after + ": it is not a sound gz file. Deliver it again, or"
                    + " drop .gz from its name if it is not compressed.");
        }
        if (cause instanceof StrictReader.WrongBytes wrong) {
            String other = encoding.equals(StandardCharsets.UTF_8) ? "windows-1252 or ISO-8859-1" : "UTF-8";
            return data("File " + file + ", line " + wrong.line() + ": bytes that are not " + encoding.name()
                    + ". Set 'encoding' in the dataset's options to what it is, for instance " + other + ".");
        }
        if (cause instanceof CsvRecords.TooLong tooLong) {
            return data("File " + file + ", line " + tooLong.line() + ": a value of more than " + tooLong.most()
                    + " characters. A quote is probably not closed, or 'quote' or 'delimiter' is another character.");
        }
        return unreadable(file, cause);
    }

    static SourceException notParquet(String file) {
        return data("File " + file + " is not a whole parquet file. Deliver it again, or correct 'format'.");
    }

    private static SourceException data(String message) {
        return new SourceException(Fault.DATA, message, null);
    }

    private static SourceException permanent(String message) {
        return new SourceException(Fault.PERMANENT, message, null);
    }
}
