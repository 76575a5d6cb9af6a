// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help and the commands that only read files work where no class of Spark, Delta, Hadoop or Scala can be found. */
class WithoutSparkTest {
    private static final Pattern HEAVY =
            Pattern.compile(".*/(spark|delta-spark|delta-storage|hadoop|scala)[^/]*\\.jar");

    private static final String POLICY = "{\"@context\": \"http://www.w3.org/ns/odrl.jsonld\", \"permission\":"
            + " [{\"action\": \"use\", \"target\": \"urn:x\"}]}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "check --help",
                "generate --help",
                "contracts explain --help",
                "export --help",
                "indicators list",
                "indicators show EN-03",
                "indicators docs",
                "init $/new",
                "contracts explain --policy $/p.json --request $/r.json --json",
                "contracts lint --policy $/p.json",
                "gate $/t.csv $/h.json --k 5 --out $/out.csv --json",
                "bench gate --cases $/no-such-folder",
                "no-such-command"
            })
    void isAnswered(String command) throws ReflectiveOperationException, IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Files.writeString(folder.resolve("t.csv"), "x,freq\na,7\nb,8\n");
        Files.writeString(folder.resolve("p.json"), POLICY);
        Files.writeString(folder.resolve("r.json"), "{\"action\": \"use\", \"target\": \"urn:x\"}");
        Files.writeString(folder.resolve("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\"]}}}");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader light = new URLClassLoader(lightJars(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(light);
            Object code = light.loadClass("org.dases.impact.jobs.cli.Main")
                    .getMethod("run", List.class, PrintWriter.class, PrintWriter.class)
                    .invoke(
                            null,
                            List.of(command.replace("$", folder.toString()).split(" ")),
                            new PrintWriter(out),
                            new PrintWriter(err));

            assertThat(code).as(err.toString()).isEqualTo(command.contains("no-such") ? 2 : 0);
            assertThat(out.toString() + err).isNotBlank();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] lightJars() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        int left = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (HEAVY.matcher(entry).matches()) {
                left++;
            } else {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertThat(left).as("jars of Spark left out").isPositive();
        return urls.toArray(URL[]::new);
    }
}
