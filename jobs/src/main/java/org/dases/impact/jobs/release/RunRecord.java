// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.Certificate;
import org.dases.impact.indicators.disclosure.ClearedRelease;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.workspace.Dataset;

/**
 * The record of a release in the terms of W3C PROV: which activity generated which tables, from which inputs, under
 * which contracts, by which thresholds, and what the gate found.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
final class RunRecord {
    private static final String RECORD = ".prov.json";
    private static final String PENDING = ".prov.json.pending";
    private static final Pattern NAME = Pattern.compile("release-(\\d{1,18})\\.prov\\.json");
    private static final Pattern NAME_PENDING = Pattern.compile(NAME + "\\.pending");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final JobContext context;
    private final Rules rules;

    RunRecord(JobContext context, Rules rules) {
        this.context = context;
        this.rules = rules;
    }

    /** Writes the record of a release that is about to be committed; it is none before {@link #settle}. */
    void prepare(
            long release,
            PublishedZone.ReleaseHead head,
            Map<PublishedTable, CellsInputs> inputs,
            ClearedRelease cleared) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@context", Map.of("prov", "http://www.w3.org/ns/prov#", "impact", "urn:dases:impact#"));
        record.put("@id", "urn:dases:impact:release:" + release);
        record.put("@type", "prov:Activity");
        record.put("prov:endedAtTime", head.at().toString());
        record.put(
                "prov:wasAssociatedWith",
                Map.of(
                        "@type", "prov:SoftwareAgent",
                        "impact:engineVersion", head.engineVersion(),
                        "prov:actedOnBehalfOf", context.workspace().settings().participants()));
        record.put("impact:fingerprint", head.fingerprint());
        record.put("impact:thresholds", new Policy(rules).thresholds());
        record.put("impact:contracts", contracts(inputs));
        record.put("prov:generated", tables(inputs, cleared));
        record.put("impact:gate", gate(cleared.certificate()));
        store(release, record);
    }

    private List<Object> contracts(Map<PublishedTable, CellsInputs> inputs) {
        Map<String, String> used = new LinkedHashMap<>();
        inputs.values().forEach(each -> used.putAll(each.contracts()));
        List<Object> list = new ArrayList<>();
        used.forEach((dataset, sha256) -> {
            Dataset configured = context.workspace().dataset(dataset).orElseThrow();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("@type", "prov:Plan");
            entry.put("impact:dataset", dataset);
            entry.put("impact:contract", configured.contract());
            entry.put("impact:sha256", sha256);
            entry.put(
                    "impact:legalBasis",
                    context.contracts().legalBasis(configured).orElse("not stated"));
            list.add(entry);
        });
        return list;
    }

    private static List<Object> tables(Map<PublishedTable, CellsInputs> inputs, ClearedRelease cleared) {
        List<Object> list = new ArrayList<>();
        cleared.tables().forEach(table -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("@id", "urn:dases:impact:table:" + table.id());
            entry.put("@type", "prov:Entity");
            entry.put("impact:published", table.published());
            entry.put("impact:withheld", table.withheld());
            inputs.forEach((asked, used) -> {
                if (asked.id().equals(table.id())) {
                    entry.put("prov:wasDerivedFrom", used.versions());
                    entry.put("impact:inputFingerprint", used.fingerprint());
                }
            });
            list.add(entry);
        });
        return list;
    }

    private static Map<String, Object> gate(Certificate certificate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cells", certificate.cells());
        map.put("published", certificate.published());
        map.put("banded", certificate.banded());
        map.put("frozen", certificate.frozen());
        map.put("withheld", certificate.withheld());
        map.put("inputSha256", certificate.inputSha256());
        return map;
    }

    private void store(long release, Map<String, Object> record) {
        Path file = file(release, PENDING);
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), record);
        } catch (IOException e) {
            throw new UncheckedIOException("the record of release " + release + " cannot be written to " + file, e);
        }
    }

    /**
     * The first release that was made and is not among those that are committed: the list of releases was lost since,
     * or an older one was put in its place. Only a release that was committed has a record that is not pending.
     *
     * @param committed the releases of the list
     */
    Optional<Long> unlisted(List<PublishedZone.Committed> committed) {
        Set<Long> listed = committed.stream().map(PublishedZone.Committed::id).collect(Collectors.toSet());
        return numbers(NAME).stream().filter(made -> !listed.contains(made)).min(Comparator.naturalOrder());
    }

    /**
     * Makes the prepared record of the last committed release its record, and removes those that were prepared for
     * another one: a run may have died on either side of its commit.
     *
     * @param last number of the last committed release; 0 when there is none
     */
    void settle(long last) {
        try {
            if (Files.exists(file(last, PENDING))) {
                Files.move(
                        file(last, PENDING),
                        file(last, RECORD),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            for (long begun : begunAfter(last)) {
                Files.delete(file(begun, PENDING));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the records of releases in " + context.lake().records() + " cannot be put in order", e);
        }
    }

    /** Whether a release after the last one was begun, and is not committed. */
    boolean isLeft(long last) {
        return !begunAfter(last).isEmpty();
    }

    private List<Long> begunAfter(long last) {
        return numbers(NAME_PENDING).stream().filter(begun -> begun > last).toList();
    }

    /** Numbers of the releases whose records have such names. */
    private List<Long> numbers(Pattern names) {
        Path folder = Path.of(context.lake().records());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> names.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the records of releases in " + folder + " cannot be read", e);
        }
    }

    private Path file(long release, String ending) {
        return Path.of(context.lake().records(), "release-" + release + ending);
    }
}
