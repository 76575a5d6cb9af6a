// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttestedTest {
    /** All zeros are withheld, or those of a sensitive indicator; of one that the certificate does not know none. */
    @ParameterizedTest
    @CsvSource({"WITHHOLD, a, true", "WITHHOLD, c, true", "PUBLISH, a, false", "PUBLISH, b, true", "PUBLISH, c, false"})
    void whichZerosAreSecretIsRead(String zeros, String indicator, boolean isSecret) throws JsonProcessingException {
        String certificate = """
                {"policy": {"thresholds": {"zeros": "%s"},
                  "tables": {"t": {"indicators": {"a": {"sensitive": false}, "b": {"sensitive": true}}}}}}
                """.formatted(zeros);
        assertThat(new Attested(new ObjectMapper().readTree(certificate)).isZeroSecret("t", indicator))
                .isEqualTo(isSecret);
    }
}
