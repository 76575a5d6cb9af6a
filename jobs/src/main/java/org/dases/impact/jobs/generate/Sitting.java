// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.function.Consumer;
import org.dases.impact.jobs.generate.Statement.Kind;
import org.dases.impact.jobs.generate.Statement.Verb;
import org.jspecify.annotations.Nullable;

/** What one person does in a solution at a stretch: opens it, works through a few resources, and mostly leaves it. */
final class Sitting {
    private final Dice dice;
    private final Statement.Visit visit;
    private final String level;
    private final double ability;
    private final Consumer<Statement> out;
    private long at;

    Sitting(Dice dice, Statement.Visit visit, String level, double ability, long at, Consumer<Statement> out) {
        this.dice = dice;
        this.visit = visit;
        this.level = level;
        this.ability = ability;
        this.at = at;
        this.out = out;
    }

    void play() {
        Solution solution = visit.solution();
        tell(Verb.LAUNCHED, solution.id(), Kind.SOLUTION, null, 0, -1);
        int resources = 1 + dice.below(4);
        for (int i = 0; i < resources; i++) {
            int number = (int) (Solution.RESOURCES * dice.unit() * dice.unit());
            String resource = solution.id() + "/" + level + "/" + (solution.video() ? "video-" : "ex-") + number;
            if (visit.staff()) {
                tell(Verb.VIEWED, resource, solution.video() ? Kind.VIDEO : Kind.EXERCISE, null, 0, -1);
            } else if (solution.video()) {
                film(resource);
            } else {
                exercise(resource);
            }
        }
        if (dice.chance(0.6)) {
            tell(Verb.TERMINATED, solution.id(), Kind.SOLUTION, null, 0, -1);
        }
    }

    private void film(String resource) {
        tell(Verb.INITIALIZED, resource, Kind.VIDEO, null, 0, -1);
        played(resource, dice.chance(0.85) ? 0 : dice.below(200));
        at += 60 + dice.below(240);
        if (dice.chance(0.5)) {
            tell(Verb.PAUSED, resource, Kind.VIDEO, null, 0, -1);
            played(resource, 40 + dice.below(250));
        }
        if (dice.chance(0.06)) {
            tell(Verb.DOWNLOADED, resource, Kind.VIDEO, null, 0, -1);
        }
        if (dice.chance(0.55)) {
            tell(Verb.COMPLETED, resource, Kind.VIDEO, null, 0, -1);
            verdict(resource, Kind.VIDEO, 1);
        }
    }

    private void exercise(String resource) {
        tell(Verb.EXPERIENCED, resource, Kind.EXERCISE, null, 0, -1);
        for (int attempt = 1; attempt <= 3; attempt++) {
            int questions = 1 + dice.below(3);
            for (int q = 0; q < questions; q++) {
                tell(Verb.ANSWERED, resource, Kind.EXERCISE, dice.chance(ability), attempt, 5 + dice.below(70));
            }
            boolean passed = verdict(resource, Kind.EXERCISE, attempt);
            if (passed || dice.chance(0.55)) {
                return;
            }
        }
    }

    private boolean verdict(String resource, Kind kind, int attempt) {
        boolean passed = dice.chance(ability);
        tell(passed ? Verb.PASSED : Verb.FAILED, resource, kind, passed, attempt, -1);
        return passed;
    }

    private void played(String resource, int position) {
        out.accept(new Statement(dice.uuid(), visit, Verb.PLAYED, resource, Kind.VIDEO, null, 0, -1, position, at));
        pause();
    }

    private void tell(Verb verb, String object, Kind kind, @Nullable Boolean success, int attempt, int seconds) {
        out.accept(new Statement(dice.uuid(), visit, verb, object, kind, success, attempt, seconds, -1, at));
        pause();
    }

    private void pause() {
        at += dice.chance(0.01) ? 2_000 + dice.below(3_000) : 6 + dice.below(80);
    }
}
