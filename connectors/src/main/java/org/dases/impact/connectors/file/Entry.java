// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stands in a file, good or not.
 *
 * @param number place in the file, from 1
 * @param values texts as read; of a bad record only for the hash
 * @param reason why it is rejected; null when it is good
 */
record Entry(
        long number,
        List<@Nullable String> values,
        @Nullable String reason) {}
