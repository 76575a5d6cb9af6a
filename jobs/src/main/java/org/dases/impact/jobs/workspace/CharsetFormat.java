// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;

/** The format {@code charset} of a text in a schema: a character encoding that this Java can read. */
final class CharsetFormat implements Format {
    @Override
    public String getName() {
        return "charset";
    }

    /** What holds a variable is known only when that is replaced. */
    @Override
    public boolean matches(ExecutionContext context, String value) {
        if (value.contains("${")) {
            return true;
        }
        try {
            return Charset.isSupported(value);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
