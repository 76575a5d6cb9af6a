// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A party that a contract binds.
 *
 * @param party who
 * @param roles its roles in the contract's own words; may be empty
 * @param signed whether its signature is there
 * @param signedAt when it signed, where stated
 */
public record Member(Party party, Set<String> roles, boolean signed, Optional<Instant> signedAt) {
    public Member {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether the contract gives it a role.
     *
     * @param role which
     * @return false also when the contract states no role
     */
    public boolean plays(Role role) {
        return roles.stream()
                .anyMatch(name -> Role.of(name).filter(role::equals).isPresent());
    }
}
