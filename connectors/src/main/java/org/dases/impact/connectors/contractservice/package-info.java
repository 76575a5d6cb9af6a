// SPDX-License-Identifier: Apache-2.0
/**
 * Fetches contracts from the contract service of a data space over HTTP. Nothing is decided here, and no secret is in a
 * message.
 */
@NullMarked
package org.dases.impact.connectors.contractservice;

import org.jspecify.annotations.NullMarked;
