// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SourceConnector;

/**
 * One dataset to land.
 *
 * @param request dataset, options and where paths start
 * @param connector reads the source
 * @param lease permission to read, which also says under which contract the rows land
 * @param screening what the dataset lets through
 */
public record DatasetPull(PullRequest request, SourceConnector connector, Lease lease, ScreeningRules screening) {}
