// SPDX-License-Identifier: Apache-2.0
/**
 * The workspace folder, read into records: who we are, which datasets under which contracts, which tables to publish.
 * Every mistake of every file is reported at once, with its line, its column and what to write instead.
 */
@NullMarked
package org.dases.impact.jobs.workspace;

import org.jspecify.annotations.NullMarked;
