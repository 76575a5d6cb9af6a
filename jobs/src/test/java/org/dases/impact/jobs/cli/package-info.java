// SPDX-License-Identifier: Apache-2.0
/** Tests of the command line, in this process. */
@NullMarked
package org.dases.impact.jobs.cli;

import org.jspecify.annotations.NullMarked;
