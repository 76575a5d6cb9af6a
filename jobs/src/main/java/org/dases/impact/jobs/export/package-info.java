// SPDX-License-Identifier: Apache-2.0
/**
 * Files beside the published tables, for whoever has no Delta reader. They are made from the committed tables alone, so
 * that nothing can stand in them that the gate did not clear.
 */
@NullMarked
package org.dases.impact.jobs.export;

import org.jspecify.annotations.NullMarked;
