// SPDX-License-Identifier: Apache-2.0
/**
 * ODRL 2.2 policies as values: rules with their actions, targets, assignees, constraints and duties, in one canonical
 * form whatever shape they were delivered in. Nothing is decided here, and no constraint is dropped: what could not be
 * read is kept as unreadable.
 */
@NullMarked
package org.dases.impact.connectors.odrl;

import org.jspecify.annotations.NullMarked;
