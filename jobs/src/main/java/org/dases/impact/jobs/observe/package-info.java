// SPDX-License-Identifier: Apache-2.0
/** What a run leaves for people and machines: the record of provenance and the summary. */
@NullMarked
package org.dases.impact.jobs.observe;

import org.jspecify.annotations.NullMarked;
