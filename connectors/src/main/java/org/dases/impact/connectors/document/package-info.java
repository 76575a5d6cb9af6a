// SPDX-License-Identifier: Apache-2.0
/**
 * JSON documents as delivered, with the place of every value. The only package that knows how a contract or policy is
 * written down as text.
 */
@NullMarked
package org.dases.impact.connectors.document;

import org.jspecify.annotations.NullMarked;
