// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writesTheExample() {
        ExampleLake.write(folder);
    }

    @Test
    void printsATableInAnotherJvmWithoutSpark() throws IOException, InterruptedException {
        String classpath = System.getProperty("java.class.path");
        assertThat(Arrays.stream(classpath.split(File.pathSeparator)).map(entry -> new File(entry).getName()))
                .noneMatch(name -> name.contains("spark"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classpath,
                        Show.class.getName(),
                        folder.toString(),
                        ExampleLake.QUALITY)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out.lines())
                .containsExactlyInAnyOrder(
                        "release_id,table_id,school_year,period_kind,period_start,provider,indicator_id,unit,value,"
                                + "value_low,value_high,numerator,denominator,n_learners,n_schools,n_providers,ci_low,"
                                + "ci_high,obs_status,conf_status,frozen_since,method_version",
                        "2,quality_by_provider,2025-2026,year,2025-09-01,_T,DQ-01,PERCENT,99.25,,,,,20000,,,,,A,F,,1",
                        "2,quality_by_provider,2025-2026,year,2025-09-01,edtech-a,DQ-01,PERCENT,98.5,,,,,10000,,,,,A,F,,1");
    }

    @Test
    void writesOneJsonObjectARow() {
        Printed printed = show(folder.toString(), ExampleLake.USAGE, "1", "--json");
        assertThat(printed.code()).isZero();
        assertThat(printed.out().lines()).hasSize(5).first().asString().startsWith("{\"release_id\":1,");
        assertThat(printed.out().lines().filter(line -> line.contains("\"conf_status\":\"C\"")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"value\":null", "\"n_learners\":null"));
    }

    @Test
    void listsTheReleases() {
        List<String> lines = show(folder.toString()).out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("release_id,released_at,table_id,path,rows,published,withheld,fingerprint");
        assertThat(lines.get(1))
                .isEqualTo("1,2025-09-15T08:00:00Z,usage_by_territory," + folder.resolve("usage_by_territory")
                        + ",5,3,2,f1");
        assertThat(lines).hasSize(4);
    }

    @Test
    void saysWhatIsWrongAndEndsWithTwo() {
        assertThat(show()).isEqualTo(new Printed(2, "", "usage: Show LAKE [TABLE [RELEASE]] [--json]\n"));
        assertThat(show(folder.toString(), ExampleLake.USAGE, "last").err())
                .isEqualTo("'last' is not the number of a release; usage: Show LAKE [TABLE [RELEASE]] [--json]\n");
        assertThat(show(folder.toString(), "usage_by_teritory").err())
                .isEqualTo("unknown table 'usage_by_teritory' in release 2 (did you mean 'usage_by_territory'?); there"
                        + " are: quality_by_provider, usage_by_territory\n");
    }

    private record Printed(int code, String out, String err) {}

    private static Printed show(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Show.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
