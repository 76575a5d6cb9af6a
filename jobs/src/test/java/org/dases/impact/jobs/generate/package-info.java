// SPDX-License-Identifier: Apache-2.0
/** Tests of the generator, without Spark. */
@NullMarked
package org.dases.impact.jobs.generate;

import org.jspecify.annotations.NullMarked;
