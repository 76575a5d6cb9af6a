// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dases.impact.jobs.workspace.WithdrawalList;

/**
 * What has to be known to find the rows of a learner who takes the consent back, as long as there are rows: the file of
 * the dataset may be gone by then, or say something else.
 *
 * @param dataset name of the dataset
 * @param contract identifier of the contract, as was said last
 * @param list where the learners are listed, as was said last
 * @param expressions identifiers of persons over landed columns, all that were ever used
 * @param domains domains of pseudonyms, all that were ever used
 */
record Consented(
        String dataset,
        String contract,
        WithdrawalList list,
        SortedSet<String> expressions,
        SortedSet<String> domains) {
    Consented {
        expressions = Collections.unmodifiableSortedSet(new TreeSet<>(expressions));
        domains = Collections.unmodifiableSortedSet(new TreeSet<>(domains));
    }

    /** With what was used before, and the list that is named now. */
    Consented and(Consented before) {
        SortedSet<String> both = new TreeSet<>(before.expressions);
        both.addAll(expressions);
        SortedSet<String> all = new TreeSet<>(before.domains);
        all.addAll(domains);
        return new Consented(dataset, contract, list, both, all);
    }
}
