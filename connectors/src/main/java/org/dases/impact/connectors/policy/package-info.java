// SPDX-License-Identifier: Apache-2.0
/**
 * What a contract allows: a request goes in, a decision with its explanation comes out. The default is deny, and what
 * is not known is denied.
 */
@NullMarked
package org.dases.impact.connectors.policy;

import org.jspecify.annotations.NullMarked;
