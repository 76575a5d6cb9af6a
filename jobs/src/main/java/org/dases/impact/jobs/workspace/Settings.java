// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code impact.yaml} says.
 *
 * @param participants who we are, as contracts name us; not empty
 * @param role our role in the contracts
 * @param lake folder or URL of the lake as written; empty for the default
 * @param timeZone time zone of the schools
 * @param schoolYearStart first day of the school year
 * @param purposes what our jobs are for; not empty
 * @param surroundings what else contracts may ask for
 * @param contractServices where contracts are asked for again; empty when they are only read from files
 * @param pseudonymKey where the key of the pseudonyms lies
 * @param sessionGap a pause longer than this starts a new session
 * @param lateDays days looked back for rows that arrive late
 * @param thresholds what the gate requires of every cell
 */
public record Settings(
        Set<String> participants,
        Role role,
        Optional<String> lake,
        ZoneId timeZone,
        MonthDay schoolYearStart,
        Set<String> purposes,
        Surroundings surroundings,
        Optional<ContractServices> contractServices,
        SecretReference pseudonymKey,
        Duration sessionGap,
        int lateDays,
        Thresholds thresholds) {
    public Settings {
        participants = Set.copyOf(participants);
        purposes = Set.copyOf(purposes);
    }
}
