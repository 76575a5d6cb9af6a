// SPDX-License-Identifier: Apache-2.0
/**
 * Contracts as the data space delivers them, in three shapes, read into one {@code Contract}; and the admission that
 * says which of them bind the data we ask for.
 */
@NullMarked
package org.dases.impact.connectors.contract;

import org.jspecify.annotations.NullMarked;
