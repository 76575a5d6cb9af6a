// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MessagesTest {
    @Test
    void everyEnglishTextHasAFrenchOne() throws IOException {
        Properties english = properties("messages.properties");
        Properties french = properties("messages_fr.properties");

        assertThat(french.stringPropertyNames()).containsAll(english.stringPropertyNames());
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
