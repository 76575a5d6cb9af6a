// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.workspace.SecretReference;

/**
 * Fetches the secret of the pseudonyms from where the workspace refers to. A key file that is not there yet is made
 * with random bytes, unless pseudonyms made with an earlier key are in the lake: a new key would tear them apart.
 */
public final class KeyStore {
    private static final int LEAST_CHARACTERS = 32;

    private final Path workspace;
    private final Map<String, String> environment;

    /**
     * Keys of a workspace.
     *
     * @param workspace folder that relative file references start from
     * @param environment for references to environment variables
     */
    public KeyStore(Path workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Fetches the key.
     *
     * @param reference where it lies
     * @param inUse whether pseudonyms made with it are in the lake
     * @return the key
     * @throws KeyException when it is missing, too short or cannot be read
     */
    public PseudonymKey fetch(SecretReference reference, boolean inUse) {
        try {
            if (!inUse) {
                reference.create(workspace);
            }
            Optional<String> secret = reference.read(workspace, environment);
            String found = secret.orElseThrow(() -> new KeyException("There is no pseudonym key in " + reference.text()
                    + ", to which impact.yaml refers"
                    + (inUse
                            ? ", but the lake holds pseudonyms made with it. Restore it from the backup: a new key would"
                                    + " make other persons of the same ones."
                            : ". Put at least 32 random characters there, the same in every run.")));
            if (found.length() < LEAST_CHARACTERS) {
                throw new KeyException("The pseudonym key in " + reference.text() + " is too short. Use at least "
                        + LEAST_CHARACTERS + " random characters, for instance from 'openssl rand -hex 32'.");
            }
            return PseudonymKey.of(found.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new KeyException("The pseudonym key in " + reference.text() + " cannot be read or made ("
                    + e.getClass().getSimpleName() + "). Check that this user may read and write there.");
        }
    }
}
