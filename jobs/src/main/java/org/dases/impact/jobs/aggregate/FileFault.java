// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import org.dases.impact.connectors.file.CsvText;

/** What is wrong with the text of a file, as sentences. */
final class FileFault {
    private FileFault() {}

    /** A row of a wrong width. */
    static String row(String fault) {
        return sentence("The row has " + fault.replaceFirst("^1 columns", "1 column"));
    }

    static String unreadable(CsvText.Unreadable fault) {
        return sentence("The file cannot be read: " + fault.getMessage());
    }

    private static String sentence(String text) {
        return text.endsWith("?") ? text : text + ".";
    }
}
