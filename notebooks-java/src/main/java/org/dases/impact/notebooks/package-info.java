// SPDX-License-Identifier: Apache-2.0
/**
 * Reads published tables and draws them, from Java in Jupyter or any other program. Knows the published zone only,
 * reads it with Delta Kernel and needs no Spark; what a release withholds is never given a number here.
 */
@NullMarked
package org.dases.impact.notebooks;

import org.jspecify.annotations.NullMarked;
