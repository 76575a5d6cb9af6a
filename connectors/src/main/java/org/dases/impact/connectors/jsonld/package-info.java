// SPDX-License-Identifier: Apache-2.0
/**
 * JSON-LD brought to one way of writing: expanded by titanium-json-ld with the contexts bundled here, and the names of
 * known vocabularies made short. Fetches nothing.
 */
@NullMarked
package org.dases.impact.connectors.jsonld;

import org.jspecify.annotations.NullMarked;
