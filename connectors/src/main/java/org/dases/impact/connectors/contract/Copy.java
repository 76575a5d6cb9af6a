// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;

/** What is known of a copy besides its content. */
record Copy(String sha256, Instant fetchedAt) {}
