// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.dases.impact.jobs.bench;

import org.jspecify.annotations.NullMarked;
