// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.text.NumberFormat;
import java.util.Locale;

/** How numbers and codes are written for a reader, in French or in English. */
final class Wording {
    static final String SECRET = "secret";

    private static final String DASH = "–";

    private final Locale locale;
    private final boolean french;

    Wording(Locale locale) {
        this.locale = locale;
        this.french = Locale.FRENCH.getLanguage().equals(locale.getLanguage());
    }

    String language() {
        return locale.getLanguage();
    }

    String choose(String fr, String en) {
        return french ? fr : en;
    }

    /** A cell's value with its unit: "1 234", "≤ 8 %", "secret", "–". */
    String value(Value value, String unit) {
        return value.match(exact -> number(exact.number(), unit), band -> band(band, unit), () -> SECRET, () -> DASH);
    }

    /** A code as a reader understands it: the three SDMX codes in words, others as they are. */
    String code(String code) {
        return switch (code) {
            case Columns.TOTAL -> choose("Ensemble", "All");
            case Columns.UNKNOWN -> choose("Inconnu", "Unknown");
            case Columns.NOT_APPLICABLE -> choose("Sans objet", "Not applicable");
            default -> code;
        };
    }

    private String band(Value.Band band, String unit) {
        boolean percent = "PERCENT".equals(upper(unit));
        if (Double.isInfinite(band.low()) || (percent && band.low() <= 0)) {
            return "≤ " + number(band.high(), unit);
        }
        if (Double.isInfinite(band.high()) || (percent && band.high() >= 100)) {
            return "≥ " + number(band.low(), unit);
        }
        return number(band.low(), unit) + " " + DASH + " " + number(band.high(), unit);
    }

    private String number(double number, String unit) {
        return switch (upper(unit)) {
            case "PERCENT" -> digits(number, 1) + choose("\u202f%", "%");
            case "MINUTES" -> digits(number, 1) + "\u00a0min";
            case "POINTS" -> digits(number, 1) + "\u00a0" + choose("pt", "pp");
            case "COUNT" -> digits(number, 1);
            default -> digits(number, 2);
        };
    }

    private String digits(double number, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }

    private static String upper(String unit) {
        return unit.toUpperCase(Locale.ROOT);
    }
}
