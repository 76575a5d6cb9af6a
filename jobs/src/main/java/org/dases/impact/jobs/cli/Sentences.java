// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What contracts, decisions and findings say, in the language of who reads it. The engine words it in English, since so
 * it stands in the decision log; the French sentence is found by the form of the English one. One that has no French
 * form stays as it is.
 */
final class Sentences {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}|<(\\d)>");
    private static final int DEEPEST = 5;
    private static final String WORD = "@";
    private static final Sentences ENGLISH = new Sentences(List.of());

    private final List<Form> forms;
    private final List<Form> words;

    private Sentences(List<String> lines) {
        this.forms = lines.stream()
                .filter(line -> !line.startsWith(WORD))
                .map(Form::of)
                .toList();
        this.words = lines.stream()
                .filter(line -> line.startsWith(WORD))
                .map(line -> Form.of(line.substring(1)))
                .toList();
    }

    /** A sentence in both languages; a part of it stays as it is, or is told in French too. */
    private record Form(Pattern english, String french) {
        static Form of(String line) {
            String[] both = line.split(" => ", 2);
            StringBuilder pattern = new StringBuilder();
            Matcher hole = HOLE.matcher(both[0]);
            int from = 0;
            while (hole.find()) {
                pattern.append(Pattern.quote(both[0].substring(from, hole.start())))
                        .append("(.+?)");
                from = hole.end();
            }
            pattern.append(Pattern.quote(both[0].substring(from)));
            return new Form(Pattern.compile(pattern.toString(), Pattern.DOTALL), both[1]);
        }
    }

    /** The sentences in a language; French, or else as the engine words them. */
    static Sentences in(Locale locale) {
        return locale.getLanguage().equals("fr") ? French.SENTENCES : ENGLISH;
    }

    /** Read only where it is needed, so that English starts as fast as before. */
    private static final class French {
        static final Sentences SENTENCES = new Sentences(read());

        private static List<String> read() {
            InputStream file = Optional.ofNullable(Sentences.class.getResourceAsStream("sentences_fr.txt"))
                    .orElseThrow(() -> new IllegalStateException("sentences_fr.txt is not in the program"));
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("sentences_fr.txt cannot be read", unreadable);
            }
        }
    }

    /** A sentence in this language; itself where no form fits. */
    String said(String sentence) {
        return said(sentence, 0);
    }

    /** A heading or a word of ours, in this language; anything else, such as a name, as it is. */
    String word(String word) {
        return whole(words, word, 0).orElse(word);
    }

    private String said(String sentence, int depth) {
        if (forms.isEmpty() || depth > DEEPEST || sentence.isEmpty()) {
            return sentence;
        }
        return whole(forms, sentence, depth).orElseGet(() -> parts(sentence, depth));
    }

    private Optional<String> whole(List<Form> among, String sentence, int depth) {
        for (Form form : among) {
            Matcher fits = form.english().matcher(sentence);
            if (fits.matches()) {
                return Optional.of(filled(form.french(), fits, depth));
            }
        }
        return Optional.empty();
    }

    private String filled(String french, Matcher fits, int depth) {
        StringBuilder text = new StringBuilder();
        Matcher hole = HOLE.matcher(french);
        int from = 0;
        while (hole.find()) {
            boolean plain = hole.group(1) != null;
            String part = fits.group(1 + Integer.parseInt(plain ? hole.group(1) : hole.group(2)));
            text.append(french, from, hole.start()).append(plain ? part : said(part, depth + 1));
            from = hole.end();
        }
        return text.append(french.substring(from)).toString();
    }

    /** A list of reasons or of sentences, each in this language, and a reason with the place of what it is about. */
    private String parts(String sentence, int depth) {
        Matcher placed =
                Pattern.compile("(.+) (\\(\\d+:\\d+\\))", Pattern.DOTALL).matcher(sentence);
        if (placed.matches()) {
            return whole(forms, placed.group(1), depth)
                    .map(told -> told + " " + placed.group(2))
                    .orElse(sentence);
        }
        for (String between : List.of("; ", ". ")) {
            List<String> each = split(sentence, between);
            if (each.size() > 1) {
                String end = between.equals(". ") ? "." : "";
                List<String> told = new ArrayList<>();
                for (int i = 0; i < each.size(); i++) {
                    boolean last = i == each.size() - 1;
                    told.add(last ? said(each.get(i), depth + 1) : without(said(each.get(i) + end, depth + 1), end));
                }
                return String.join(between.equals("; ") ? " ; " : between, told);
            }
        }
        if (sentence.endsWith(".")) {
            String start = sentence.substring(0, 1).toLowerCase(Locale.ROOT);
            return whole(forms, start + sentence.substring(1, sentence.length() - 1), depth)
                    .map(told -> told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1) + ".")
                    .orElse(sentence);
        }
        return sentence;
    }

    private static String without(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    /** Not inside of brackets, where the parts of a condition stand. */
    private static List<String> split(String text, String between) {
        List<String> parts = new ArrayList<>();
        int open = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            open += each == '(' || each == '[' ? 1 : each == ')' || each == ']' ? -1 : 0;
            if (open <= 0 && text.startsWith(between, i)) {
                parts.add(text.substring(from, i));
                from = i + between.length();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
