// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What the generator has written, as tests look at it. */
record WrittenFiles(Path folder) {

    List<Path> all() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> of(String dataset) {
        return all().stream()
                .filter(file -> file.startsWith(folder.resolve("data").resolve(dataset)))
                .toList();
    }

    List<String> lines(String dataset) {
        return of(dataset).stream().flatMap(file -> lines(file).stream()).toList();
    }

    /** Rows without the header of each file, split at semicolons. */
    List<String[]> rows(String dataset) {
        return of(dataset).stream()
                .flatMap(file -> lines(file).stream().skip(1))
                .map(line -> line.split(";", -1))
                .toList();
    }

    static List<String> lines(Path file) {
        Charset charset = file.toString().contains("university") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, charset))) {
            return reader.lines().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : all()) {
            hashes.put(folder.relativize(file).toString(), sha256(file));
        }
        return hashes;
    }

    /** Times of change of the data files. */
    Set<FileTime> times() {
        return all().stream()
                .filter(file -> file.startsWith(folder.resolve("data")))
                .map(WrittenFiles::time)
                .collect(Collectors.toSet());
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
