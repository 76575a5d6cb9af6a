// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;
import org.dases.impact.connectors.document.Place;

/**
 * A duty that comes with a decision.
 *
 * @param action short name of a known vocabulary, else an IRI
 * @param conditions when or how it must be done
 * @param fulfilled whether the request says that it is done
 * @param place where it stands
 */
public record Due(String action, List<String> conditions, boolean fulfilled, Place place) {
    public Due {
        conditions = List.copyOf(conditions);
    }
}
