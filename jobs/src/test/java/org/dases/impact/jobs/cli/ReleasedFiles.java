// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A table of one dimension that the gate releases several times. */
abstract class ReleasedFiles {
    @TempDir
    Path folder;

    @BeforeEach
    void writeHierarchies() throws IOException {
        Files.writeString(
                folder.resolve("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\"]}}}");
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    Called gate(String out, String cells, String... options) throws IOException {
        Files.writeString(at("t.csv"), "x,freq\n" + cells);
        List<String> args = new ArrayList<>(
                List.of("gate", at("t.csv").toString(), at("h.json").toString(), "--repair=off", "--lang=en"));
        args.addAll(List.of("--out", at(out).toString()));
        if (!List.of(options).contains("--k=20")) {
            args.add("--k=10");
        }
        for (String option : options) {
            args.add(option.endsWith(".csv") ? "--previous=" + at(option) : option);
        }
        return Called.inBothLanguages(args);
    }

    List<String> rows(String out) throws IOException {
        List<String> lines = Files.readAllLines(at(out));
        return lines.subList(1, lines.size());
    }
}
