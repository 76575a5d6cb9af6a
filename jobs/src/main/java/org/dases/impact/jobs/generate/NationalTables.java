// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.Departement;
import org.dases.impact.jobs.observe.Progress;

/**
 * Writes the canonical tables {@code school}, {@code learner} and {@code event} of a made-up country, a folder of
 * Parquet files each, to measure with. Nobody in it exists. Memory holds the schools and one group of rows a file.
 */
public final class NationalTables {
    private static final String YEAR = "2025-2026";

    private final EventsRequest request;
    private final List<School> schools;
    private final Pupils pupils;

    private NationalTables(EventsRequest request) {
        this.request = request;
        this.schools = new Schools(request.seed()).draw(request.schools(), request.learners());
        this.pupils = new Pupils(request.seed(), schools);
    }

    /**
     * Writes the tables; files of the same names are replaced.
     *
     * @param request how many events, and where
     * @param progress is told how far it is
     * @return what was written
     * @throws java.io.UncheckedIOException when a file cannot be written
     */
    public static DataSpace write(EventsRequest request, Progress progress) {
        NationalTables tables = new NationalTables(request);
        Map<String, Long> records = new LinkedHashMap<>();
        try (Progress.Step step = progress.step("generate registers", 0)) {
            records.put("school", tables.writeSchools());
            records.put("learner", tables.writeLearners());
            step.done("");
        }
        try (Progress.Step step = progress.step("generate events", request.events())) {
            tables.writeEvents(step);
            records.put("event", request.events());
            step.done(String.format(Locale.ROOT, "%,d events", request.events()).replace(',', ' '));
        }
        return new DataSpace(request.out(), tables.schools.size(), request.learners(), 0, records, Map.of());
    }

    private Path file(String table, String name) {
        return request.out().resolve(table).resolve(name + ".parquet");
    }

    private long writeSchools() {
        try (CanonicalFile file = new CanonicalFile(file("school", "all"), CanonicalTables.get("school"))) {
            for (School school : schools) {
                Departement at = school.departement();
                file.set("uai", school.uai());
                file.set("type", school.lycee() ? "LYC" : "COL");
                file.set("sector", school.isPrivate() ? "PR" : "PU");
                file.set("region_academique", at.region());
                file.set("academie", at.academie());
                file.set("departement", at.code());
                file.set("rep", school.priority());
                file.set(file.column("ips"), school.ips());
                file.set("rurality", school.rural() ? "RURAL" : "URBAIN");
                file.set(file.column("enrolment"), school.enrolment());
                file.set("school_year", "_T");
                file.write();
            }
        }
        return schools.size();
    }

    /** One row a pupil, two for one who changes school. */
    private long writeLearners() {
        long rows = 0;
        LocalDate first = SchoolCalendar.FIRST;
        LocalDate move = SchoolCalendar.date(Pupil.MOVE_DAY);
        try (CanonicalFile file = new CanonicalFile(file("learner", "all"), CanonicalTables.get("learner"))) {
            file.set("school_year", YEAR);
            int index = 0;
            for (School school : schools) {
                for (int i = 0; i < school.listed(); i++) {
                    Pupil pupil = pupils.draw(index++, school);
                    file.set("learner_pid", Pupil.account(request.seed(), pupil.index()));
                    file.set("level", pupil.levelName());
                    file.set("sex", pupil.girl() ? "F" : "M");
                    file.set("age_band", pupil.ageBand());
                    boolean moves = pupil.movedTo() >= 0;
                    writeVersion(file, pupil.school(), first, moves);
                    if (moves) {
                        writeVersion(file, pupil.movedTo(), move, false);
                    }
                    rows += moves ? 2 : 1;
                }
            }
        }
        return rows;
    }

    private void writeVersion(CanonicalFile file, int school, LocalDate from, boolean ends) {
        int dayBefore = (int) SchoolCalendar.date(Pupil.MOVE_DAY).toEpochDay() - 1;
        file.set("uai", schools.get(school).uai());
        file.set(file.column("valid_from"), (int) from.toEpochDay());
        file.set(file.column("valid_to"), ends ? dayBefore : null);
        file.set(file.column("local_date"), (int) from.toEpochDay());
        file.write();
    }

    private void writeEvents(Progress.Step step) {
        Map<YearMonth, CanonicalFile> files = new TreeMap<>();
        try {
            for (int day = 0; day < SchoolCalendar.DAYS; day++) {
                files.computeIfAbsent(YearMonth.from(SchoolCalendar.date(day)), this::month);
            }
            writeEvents(files, step);
        } finally {
            files.values().forEach(CanonicalFile::close);
        }
    }

    private CanonicalFile month(YearMonth month) {
        CanonicalFile file = new CanonicalFile(file("event", month.toString()), CanonicalTables.get("event"));
        file.set("role", "LEARNER");
        file.set("school_year", YEAR);
        return file;
    }

    private void writeEvents(Map<YearMonth, CanonicalFile> files, Progress.Step step) {
        Market market = new Market(request.seed());
        PupilEvents writer = new PupilEvents(request.seed(), schools, market, files);
        int[] perSchool = Shares.of(
                (int) request.events(), schools.stream().mapToDouble(this::use).toArray());
        int index = 0;
        for (School school : schools) {
            double[] eager = new double[school.listed()];
            for (int i = 0; i < eager.length; i++) {
                double drawn = Dice.of(request.seed(), "eager", index + i).unit();
                eager[i] = 0.2 + 4 * drawn * drawn * drawn;
            }
            int events = perSchool[school.index()];
            int[] perPupil = Shares.of(events, eager);
            int[] bought = market.bought(school);
            for (int ofPupil : perPupil) {
                writer.write(pupils.draw(index++, school), ofPupil, bought);
            }
            step.advance(events);
        }
    }

    /** How much is used in a school compared with others; nothing where nobody is on the lists. */
    private double use(School school) {
        return school.listed()
                * (0.4 + Dice.of(request.seed(), "school's use", school.index()).unit());
    }
}
