// SPDX-License-Identifier: Apache-2.0
/**
 * Reads lists of indicators and dimensions from YAML: the built-in catalogue and a workspace's own. Every mistake
 * becomes a problem with file, line and column; nothing is guessed.
 */
@NullMarked
package org.dases.impact.indicators.catalogue;

import org.jspecify.annotations.NullMarked;
