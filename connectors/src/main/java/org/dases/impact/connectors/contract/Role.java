// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a party does in a data space. */
public enum Role {
    /** Gives the data. */
    DATA_PROVIDER("data provider", "provider"),
    /** Uses the data. */
    DATA_USER("data user", "dataconsumer consumer"),
    /** Passes data on for others. */
    DATA_INTERMEDIARY("data intermediary", "intermediary"),
    /** Offers a service that the data are used with. */
    SERVICE_PROVIDER("service provider", "");

    private final String title;
    private final String aliases;

    Role(String title, String aliases) {
        this.title = title;
        this.aliases = aliases;
    }

    /**
     * The role of a name.
     *
     * @param name in any of the spellings in use: {@code data-user}, {@code dataUser}, {@code Data User}
     * @return empty when it is none of these roles
     */
    public static Optional<Role> of(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(role -> role.title.replace(" ", "").equals(letters)
                        || (!letters.isEmpty()
                                && Set.of(role.aliases.split(" ")).contains(letters)))
                .findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
