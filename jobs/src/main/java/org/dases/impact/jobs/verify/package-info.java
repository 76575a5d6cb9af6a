// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a release against its certificate from the published zone alone: as any reader could, and by none of the code
 * that made it.
 */
@NullMarked
package org.dases.impact.jobs.verify;

import org.jspecify.annotations.NullMarked;
