// SPDX-License-Identifier: Apache-2.0
/**
 * What a connector is: it reads one resource under a lease, batch by batch, each batch with the checkpoint to go on
 * from. Plain Java, found by {@link java.util.ServiceLoader}, without any Spark type.
 */
@NullMarked
package org.dases.impact.connectors.source;

import org.jspecify.annotations.NullMarked;
