// SPDX-License-Identifier: Apache-2.0
/**
 * What identifies a person must not land. Before rows are committed, the names of their columns and their values are
 * looked at; findings name the column and the kind, never the value.
 *
 * <p>This finds what is there by mistake. It does not make data anonymous: a pseudonym, a rare combination of harmless
 * columns or a name in an unnamed column pass. Plain Java.
 */
@NullMarked
package org.dases.impact.connectors.screening;

import org.jspecify.annotations.NullMarked;
