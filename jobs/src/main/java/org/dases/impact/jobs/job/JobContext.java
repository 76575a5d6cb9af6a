// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.job;

import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * What every job is given.
 *
 * @param spark session with Delta
 * @param lake where the zones lie
 * @param workspace what was configured
 * @param contracts asked before each use of a dataset
 * @param clock the time
 * @param progress told what is being done
 */
public record JobContext(
        SparkSession spark, Lake lake, Workspace workspace, ContractDesk contracts, Clock clock, Progress progress) {}
