// SPDX-License-Identifier: Apache-2.0
/** Tests of the rules between the packages of this module. */
@NullMarked
package org.dases.impact.connectors;

import org.jspecify.annotations.NullMarked;
