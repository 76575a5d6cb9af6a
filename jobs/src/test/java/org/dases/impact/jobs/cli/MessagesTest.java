// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.dases.impact.jobs.refresh.Refreshed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"messages", "services"})
    void everyEnglishTextHasAFrenchOne(String bundle) throws IOException {
        Properties english = properties(bundle + ".properties");
        Properties french = properties(bundle + "_fr.properties");

        assertThat(french.stringPropertyNames()).containsAll(english.stringPropertyNames());
    }

    /** Each outcome of asking a contract service has a text that can be formatted, and tells file and contract. */
    @ParameterizedTest
    @EnumSource(Refreshed.Outcome.class)
    void everyOutcomeOfARefreshIsTold(Refreshed.Outcome outcome) {
        Refreshed refreshed = new Refreshed("contracts/a.json", "urn:a", outcome, "detail");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(RefreshCommand.text(Messages.in(locale), refreshed)).contains("  contracts/a.json  urn:a");
        }
    }

    @Test
    void everyCommandIsDescribedInFrench() {
        Messages french = Messages.in(Locale.FRENCH);
        CommandLine root = CommandTree.of(
                new Session(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, french));

        assertDescribed(root, french);
    }

    private static void assertDescribed(CommandLine command, Messages french) {
        String key = command.getCommandSpec().qualifiedName(".") + ".usage.description";
        assertThat(french.bundle().keySet()).contains(key);
        command.getSubcommands().values().forEach(each -> assertDescribed(each, french));
    }

    @Test
    void anUnknownLanguageIsEnglish() {
        assertThat(Messages.in(Locale.JAPANESE).text("exit.0")).isEqualTo("done");
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name))) {
            properties.load(in);
        }
        return properties;
    }
}
