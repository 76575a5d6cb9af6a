// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;

/**
 * What a policy answers to an inquiry.
 *
 * @param permitted whether it permits
 * @param reasons the rules that permit, or all that stands against it; each a sentence that a lawyer can read
 * @param duties of a permit, what comes with it; of a denial, none
 * @param explanation the whole tree
 */
public record Answer(boolean permitted, List<String> reasons, List<Due> duties, Explanation explanation) {
    public Answer {
        reasons = List.copyOf(reasons);
        duties = List.copyOf(duties);
    }
}
