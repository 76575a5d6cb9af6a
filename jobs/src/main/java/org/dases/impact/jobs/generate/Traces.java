// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dases.impact.jobs.observe.Progress;

/** The traces of one EdTech company, day by day, one file a month or one in all. */
final class Traces {
    private static final double STAFF = 0.03;

    private final long seed;
    private final Dialect dialect;
    private final String provider;
    private final List<School> schools;
    private final List<Adoption> adoptions = new ArrayList<>();
    private final Map<String, ZoneId> zones = new HashMap<>();

    Traces(long seed, Dialect dialect, String provider, List<School> schools, List<Pupil> pupils) {
        this.seed = seed;
        this.dialect = dialect;
        this.provider = provider;
        this.schools = schools;
        for (Solution solution : Solution.of(provider)) {
            adoptions.addAll(Adoption.draw(seed, schools, pupils, solution));
        }
    }

    /** What is used over the year, in sittings before scaling; a company's share of all records follows from it. */
    double demand() {
        double sum = 0;
        for (Adoption adoption : adoptions) {
            String zone = zone(adoption);
            for (int day = adoption.from(); day < adoption.until(); day++) {
                sum += adoption.rate() * SchoolCalendar.weight(day, zone);
            }
        }
        return sum;
    }

    /** Writes about {@code statements} statements, given the own {@link #demand}. */
    void write(Path folder, double demand, double statements, Tally tally, Progress.Step step) {
        double scale = scale(demand, statements);
        for (YearMonth month : months()) {
            long before = tally.records();
            try (TraceFile file =
                    new TraceFile(folder.resolve(month + ".jsonl.gz"), dialect, dice(month), tally, true)) {
                writeMonth(month, scale, file);
            }
            step.advance(tally.records() - before);
        }
    }

    /** Writes the same into one file, of which no line is cut; what is delivered twice comes last. */
    void writeOne(Path all, double demand, double statements, Tally tally, Progress.Step step) {
        double scale = scale(demand, statements);
        try (TraceFile file = new TraceFile(all, dialect, dice(YearMonth.from(SchoolCalendar.FIRST)), tally, false)) {
            for (YearMonth month : months()) {
                long before = tally.records();
                writeMonth(month, scale, file);
                step.advance(tally.records() - before);
            }
        }
    }

    private double scale(double demand, double statements) {
        return demand == 0 ? 0 : statements / demand / dialect.statementsPerSitting();
    }

    private Dice dice(YearMonth month) {
        return Dice.of(seed, "defects of " + provider, month.getYear(), month.getMonthValue());
    }

    private static List<YearMonth> months() {
        YearMonth last = YearMonth.from(SchoolCalendar.date(SchoolCalendar.DAYS - 1));
        return Stream.iterate(
                        YearMonth.from(SchoolCalendar.FIRST),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .toList();
    }

    private void writeMonth(YearMonth month, double scale, TraceFile file) {
        for (int day = 0; day < SchoolCalendar.DAYS; day++) {
            if (YearMonth.from(SchoolCalendar.date(day)).equals(month)) {
                for (Adoption adoption : adoptions) {
                    if (day >= adoption.from() && day < adoption.until()) {
                        writeDay(day, adoption, scale, file);
                    }
                }
            }
        }
    }

    private void writeDay(int day, Adoption adoption, double scale, TraceFile file) {
        Dice dice = Dice.of(seed, adoption.solution().id(), adoption.pupil().index(), day);
        double expected = scale * adoption.rate() * SchoolCalendar.weight(day, zone(adoption));
        int sittings = (int) expected + (dice.chance(expected - (int) expected) ? 1 : 0);
        for (int i = 0; i < sittings; i++) {
            sit(day, adoption, dice, file);
        }
    }

    private void sit(int day, Adoption adoption, Dice dice, TraceFile file) {
        Pupil pupil = adoption.pupil();
        School school = schools.get(pupil.schoolOn(day));
        boolean staff = dice.chance(STAFF);
        String account = staff
                ? Dice.of(seed, "staff account", school.index(), dice.below(3)).uuid()
                : Pupil.account(seed, pupil.index());
        LocalDate date = SchoolCalendar.date(day);
        ZoneId zone = zones.computeIfAbsent(school.timeZone(), ZoneId::of);
        int minute = DayTime.minute(
                date, SchoolCalendar.lessons(day, school.departement().zone()), dice);
        var start = date.atStartOfDay()
                .plusMinutes(minute)
                .plusSeconds(dice.below(60))
                .atZone(zone);
        int offset = start.getOffset().getTotalSeconds();
        var visit = new Statement.Visit(account, school.uai(), staff, adoption.solution(), dice.uuid(), offset);
        new Sitting(dice, visit, pupil.levelName(), pupil.ability(), start.toEpochSecond(), file::add).play();
    }

    private String zone(Adoption adoption) {
        return schools.get(adoption.pupil().school()).departement().zone();
    }
}
