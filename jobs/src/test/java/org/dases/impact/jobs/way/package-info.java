// SPDX-License-Identifier: Apache-2.0
/** The whole way of the data, through the command line, on real files and on broken ones. */
@NullMarked
package org.dases.impact.jobs.way;

import org.jspecify.annotations.NullMarked;
