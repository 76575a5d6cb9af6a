// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.jobs.decisions.SampleDecisions.decided;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.lake.Lake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {
    @TempDir
    private Path folder;

    @Test
    void theLogIsBrokenWithoutItsHeadAndByEntriesAfterIt() throws IOException {
        DecisionLog log = new DecisionLog(TestSpark.session(), new Lake(folder.toString()));
        assertThat(log.check()).isEmpty();
        log.append(List.of(decided("a"), decided("b")));
        assertThat(log.check()).isEmpty();

        Path head = folder.resolve("restricted/decisions.head");
        String good = Files.readString(head);
        for (String bad : List.of("", "2", "2 zz", good.replace("2 ", "two "))) {
            Files.writeString(head, bad);
            assertThat(log.check()).as(bad).hasValue(new Break(Break.Kind.HEAD, 2));
        }
        Files.write(head, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(log.check()).hasValue(new Break(Break.Kind.HEAD, 2));
        Files.delete(head);
        assertThat(log.check()).hasValue(new Break(Break.Kind.HEAD, 2));
        Files.writeString(head, "1 " + "0".repeat(64));
        assertThat(log.check()).hasValue(new Break(Break.Kind.REPLACED, 1));
        Files.writeString(head, good);
        assertThat(log.check()).isEmpty();

        addFromOutside(log);
        assertThat(log.check()).hasValue(new Break(Break.Kind.ADDED, 3));
        log.append(List.of(decided("d")));
        assertThat(log.check().map(Break::number))
                .as("it does not become part of the log")
                .hasValue(3L);
    }

    /** A well-formed entry that goes on from the last one, in a commit without a note. */
    private void addFromOutside(DecisionLog log) {
        LogEntry last = log.entries().get(1);
        LogEntry added = LogEntry.after(3, last.hash(), decided("c"));
        String table = "delta.`" + folder.resolve("restricted/decisions") + "`";
        TestSpark.session()
                .sql("insert into " + table + " select 3, at, point, dataset, contract_id, contract_sha256, action,"
                        + " purposes, permitted, array('c'), '" + added.previous() + "', '" + added.hash() + "' from "
                        + table + " where number = 2");
    }
}
