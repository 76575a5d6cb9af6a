// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import org.dases.impact.connectors.document.Node;

/** One of the shapes in which data spaces deliver contracts. */
interface ContractShape {
    /** Whether a document is written in this shape. */
    boolean fits(Node document);

    /** Reads it; what is missing is told to the fields, and the result is then not used. */
    Contract read(Node document, Copy copy, Fields fields);
}
