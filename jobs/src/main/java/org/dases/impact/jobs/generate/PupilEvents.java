// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Writes what pupils do over the year, sitting by sitting, each event into the file of its month. */
final class PupilEvents {
    private static final int LONGEST = 3;
    private static final double BUSIEST = 1.15;
    private static final Binary ATTEMPT = Binary.fromString("ATTEMPT");
    private static final Binary VIEW = Binary.fromString("VIEW");
    private static final Binary ANSWERED = Binary.fromString("answered");
    private static final Binary EXPERIENCED = Binary.fromString("experienced");
    private static final long MICROS = 1_000_000;

    private final long seed;
    private final List<School> schools;
    private final Market market;
    private final Map<YearMonth, CanonicalFile> files;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private long written;

    PupilEvents(long seed, List<School> schools, Market market, Map<YearMonth, CanonicalFile> files) {
        this.seed = seed;
        this.schools = schools;
        this.market = market;
        this.files = new TreeMap<>(files);
    }

    /** Writes that many events of one pupil, who uses one to three of the solutions. */
    void write(Pupil pupil, int events, int[] bought) {
        Dice dice = Dice.of(seed, "events of pupil", pupil.index());
        Binary account = Binary.fromString(Pupil.account(seed, pupil.index()));
        int first = dice.below(bought.length);
        int used = Math.min(bought.length, 1 + dice.below(3));
        int left = events;
        while (left > 0) {
            int length = Math.min(left, 1 + dice.below(LONGEST));
            int solution = bought[(first + dice.below(used)) % bought.length];
            sit(pupil, account, solution, length, dice);
            left -= length;
        }
    }

    private void sit(Pupil pupil, Binary account, int solution, int length, Dice dice) {
        int day = day(schools.get(pupil.school()), dice);
        School school = schools.get(pupil.schoolOn(day));
        LocalDate date = SchoolCalendar.date(day);
        String holidays = school.departement().zone();
        int minute = DayTime.minute(date, SchoolCalendar.lessons(day, holidays), dice);
        ZoneId zone = zones.computeIfAbsent(school.timeZone(), ZoneId::of);
        long second = date.atStartOfDay().plusMinutes(minute).atZone(zone).toEpochSecond();
        CanonicalFile file = files.get(YearMonth.from(date));
        if (file == null) {
            throw new IllegalStateException("no file for " + date);
        }
        set(file, "learner_pid", account);
        set(file, "uai", Binary.fromString(school.uai()));
        set(file, "solution_id", market.solution(solution));
        set(file, "provider_id", market.provider(solution));
        set(file, "local_date", (int) date.toEpochDay());
        for (int i = 0; i < length; i++) {
            int duration = 5 + dice.below(600);
            event(file, pupil, solution, second, duration, dice);
            second += duration;
        }
    }

    private void event(CanonicalFile file, Pupil pupil, int solution, long second, int duration, Dice dice) {
        boolean isAttempt = dice.chance(0.4);
        set(file, "event_id", Binary.fromString("e" + written++));
        set(file, "resource_id", market.resource(solution, dice));
        set(file, "action", isAttempt ? ATTEMPT : VIEW);
        set(file, "verb", isAttempt ? ANSWERED : EXPERIENCED);
        set(file, "success", isAttempt ? dice.chance(pupil.ability()) : null);
        set(file, "ts", second * MICROS);
        set(file, "duration_s", (double) duration);
        file.write();
    }

    private void set(CanonicalFile file, String column, @Nullable Object value) {
        file.set(columns.computeIfAbsent(column, file::column), value);
    }

    /** A day of the year, by how much is used on it. */
    private static int day(School school, Dice dice) {
        while (true) {
            int day = dice.below(SchoolCalendar.DAYS);
            if (dice.unit() * BUSIEST
                    < SchoolCalendar.weight(day, school.departement().zone())) {
                return day;
            }
        }
    }
}
