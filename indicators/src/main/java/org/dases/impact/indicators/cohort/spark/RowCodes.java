// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.dases.impact.indicators.cohort.kernel.IntColumn;
import org.dases.impact.indicators.cohort.kernel.LongSlots;
import org.dases.impact.indicators.definition.Dimension;
import org.jspecify.annotations.Nullable;

/** Numbers for contributor, school and codes of one row after the other: from the row, or from the registers. */
final class RowCodes {
    private static final int NONE = -1;

    private final WalkPlan plan;
    private final Registers registers;
    private final PackedRows packed;
    private final List<Source> sources = new ArrayList<>();
    private final Dictionary codes = new Dictionary();
    private final LongSlots schoolsInYears = new LongSlots();
    private final IntColumn schoolVersions = new IntColumn();

    private int lastLearner = NONE;
    private int contributor;
    private int school;
    private int year;
    private int learnerVersion;
    private int schoolVersion;

    /** Where the code of a level comes from; attributes are counted from the first of the levels. */
    private record Source(@Nullable Register register, boolean isOfLearner, int attribute) {}

    /**
     * Numbers for the rows of one task.
     *
     * @param plan what the rows are like
     * @param tables the table of each level
     * @param registers registers
     * @param packed takes the names of what has no number in them
     */
    RowCodes(WalkPlan plan, List<String> tables, Registers registers, PackedRows packed) {
        this.plan = plan;
        this.registers = registers;
        this.packed = packed;
        int ofLearner = 1; // the first is the home school
        int ofSchool = 0;
        for (String table : tables) {
            boolean isOfLearner = table.equals("learner");
            int attribute = isOfLearner ? ofLearner++ : table.equals("school") ? ofSchool++ : NONE;
            Register register = attribute < 0 ? null : isOfLearner ? registers.learners() : registers.schools();
            sources.add(new Source(register, isOfLearner, attribute));
        }
    }

    /** The next row. */
    void read(InternalRow row) {
        year = codes.code(text(row, WalkPlan.SCHOOL_YEAR));
        readLearner(row);
        readSchool(row);
    }

    private void readLearner(InternalRow row) {
        Register learners = registers.learners();
        UTF8String name = row.getUTF8String(WalkPlan.CONTRIBUTOR);
        learnerVersion = NONE;
        if (learners != null) {
            if (lastLearner < 0 || !learners.isKey(lastLearner, name)) {
                lastLearner = learners.key(name);
            }
            int at = plan.firstIndicator() + plan.countings().size() * WalkPlan.PER_INDICATOR;
            if (lastLearner >= 0 && !row.isNullAt(at)) {
                learnerVersion = learners.version(lastLearner, row.getInt(at));
            }
        }
        contributor = lastLearner >= 0 ? lastLearner : NONE - packed.contributorNames.code(name);
    }

    private void readSchool(InternalRow row) {
        UTF8String name = text(row, WalkPlan.SCHOOL);
        Register learners = registers.learners();
        if (name == null && learners != null && learnerVersion >= 0) {
            int home = learners.attribute(learnerVersion, 0);
            name = home < 0 ? null : learners.texts().utf8(home);
        }
        school = packed.schoolNames.code(name);
        Register schools = registers.schools();
        schoolVersion = schools == null || name == null ? NONE : schoolVersion(schools);
    }

    private int schoolVersion(Register schools) {
        int slot = schoolsInYears.slot(LongSlots.pair(school, year));
        if (slot == schoolVersions.size()) {
            int key = schools.key(packed.schoolNames.utf8(school));
            int time = registers.time(year < 0 ? null : codes.utf8(year));
            schoolVersions.add(key < 0 ? NONE : schools.version(key, time));
        }
        return schoolVersions.get(slot);
    }

    static @Nullable UTF8String text(InternalRow row, int column) {
        return row.isNullAt(column) ? null : row.getUTF8String(column);
    }

    /** As {@link PackedRows#contributors} has it. */
    int contributor() {
        return contributor;
    }

    /** −1 when it is not known. */
    int school() {
        return school;
    }

    /** −1 when it is not known. */
    int year() {
        return year;
    }

    @Nullable String yearText(int number) {
        return codes.text(number);
    }

    /** Number of the row's code on a level, which says nothing on others. */
    int level(InternalRow row, int level) {
        Source source = sources.get(level);
        Register register = source.register();
        if (register == null) {
            return codes.code(text(row, WalkPlan.FIRST_LEVEL + level));
        }
        int version = source.isOfLearner() ? learnerVersion : schoolVersion;
        return version < 0 ? NONE : register.attribute(version, source.attribute());
    }

    /** The code of a level with a number. */
    String levelText(int level, int number) {
        Register register = sources.get(level).register();
        String text = (register == null ? codes : register.texts()).text(number);
        return text == null ? Dimension.UNKNOWN : text;
    }
}
