// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.List;

/**
 * Siblings, cousins or their parts across axes, as readers know them of an earlier release and of the one that is
 * decided on.
 *
 * @param withheld those that readers do not know both times
 * @param known those that they do
 * @param moved by how much those withheld have moved, together: that of each may not be remembered; none where they may
 *     have persons in common
 * @param other by how much the sums of those withheld are other ones than they were, together
 * @param areApart whether they have nobody in common
 * @param least how many came to all of those withheld or left them at least, where they may have persons in common and
 *     that can be told
 */
record Children(List<Integer> withheld, List<Integer> known, Moved moved, Sums other, boolean areApart, Moved least) {}
