// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: reads arguments, calls one job or reading, prints what came of it, and maps outcomes to exit codes.
 * Nothing that a command's class mentions in its members may load Spark, so that help answers at once.
 */
@NullMarked
package org.dases.impact.jobs.cli;

import org.jspecify.annotations.NullMarked;
