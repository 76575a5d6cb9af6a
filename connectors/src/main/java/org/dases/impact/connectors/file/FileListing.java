// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

/**
 * The files of a dataset. A slice's id is the file's path below the last folder of the pattern that has no wildcard, so
 * that it stays the same when the whole moves.
 *
 * @param root last folder without a wildcard
 * @param pattern what the path below it must match
 */
record FileListing(Path root, String pattern) {
    private static final String WILDCARDS = "*?[{";

    static FileListing of(Path base, String path) {
        String slashed = path.replace('\\', '/');
        int wildcard = firstWildcard(slashed);
        int cut = slashed.lastIndexOf('/', wildcard);
        try {
            String folder = cut < 0 ? "" : slashed.substring(0, cut == 0 ? 1 : cut);
            return new FileListing(base.resolve(folder).toAbsolutePath().normalize(), slashed.substring(cut + 1));
        } catch (InvalidPathException e) {
            throw FileFaults.badPath(path);
        }
    }

    private static int firstWildcard(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (WILDCARDS.indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return path.length();
    }

    Path file(String id) {
        return root.resolve(id);
    }

    private boolean isPlain() {
        return firstWildcard(pattern) == pattern.length();
    }

    /** Id to file, in the order of the ids; hidden files are left out. */
    SortedMap<String, Path> files() {
        SortedMap<String, Path> found = new TreeMap<>();
        Path plain = isPlain() ? root.resolve(pattern) : null;
        if (plain != null) {
            if (Files.isDirectory(plain)) {
                throw FileFaults.isFolder(plain);
            }
            if (Files.exists(plain)) {
                found.put(pattern, plain);
            }
        } else if (Files.isDirectory(root)) {
            walk(found);
        }
        if (found.isEmpty()) {
            throw FileFaults.noMatch(root, pattern);
        }
        return found;
    }

    private void walk(SortedMap<String, Path> found) {
        PathMatcher matcher = matcher();
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
                    if (!attributes.isDirectory() && !hidden && matcher.matches(root.relativize(file))) {
                        found.put(root.relativize(file).toString().replace('\\', '/'), file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    if (matcher.matches(root.relativize(file)) || Files.isDirectory(file)) {
                        throw FileFaults.unreadable(file.toString(), failure);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw FileFaults.unreadable(root.toString(), e);
        }
    }

    private PathMatcher matcher() {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw FileFaults.badPath(pattern);
        }
    }

    /** Size and time of last change, and what of the options decides how the file is read. */
    static String version(Path file, FileOptions options) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "size=" + attributes.size() + " mtime="
                    + attributes.lastModifiedTime().toInstant() + " options=" + options.fingerprint();
        } catch (IOException e) {
            throw FileFaults.unreadable(file.toString(), e);
        }
    }
}
