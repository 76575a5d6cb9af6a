// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.List;
import org.dases.impact.indicators.definition.Text;

/** The tables that are made from canonical ones: what a row is, and its columns. */
final class DerivedShapes {
    private static final String WHO = "learner_pid STRING, role STRING, uai STRING, provider_id STRING, "
            + "solution_id STRING, school_year STRING, local_date DATE, ";

    private DerivedShapes() {}

    /**
     * All of them.
     *
     * @param event columns of the canonical table of traces
     * @param enrolment columns of the canonical table of enrolments
     */
    static List<DerivedTable> all(String event, String enrolment) {
        List<DerivedTable> all = new java.util.ArrayList<>(ofTraces(event));
        all.addAll(ofResources());
        all.addAll(ofResults());
        all.addAll(ofTests());
        all.addAll(ofPeople(enrolment));
        all.addAll(ofRecords());
        return all;
    }

    private static List<DerivedTable> ofTraces(String event) {
        return List.of(
                new DerivedTable(
                        "attempt_last",
                        new Text(
                                "La dernière tentative d'un apprenant sur une ressource dans l'année scolaire",
                                "A learner's last attempt of the school year at a resource"),
                        event + ", passed BOOLEAN",
                        List.of("event")),
                new DerivedTable(
                        "session",
                        new Text(
                                "Une session d'un apprenant sur une solution",
                                "One session of a learner on a solution"),
                        WHO + "week DATE, started_at TIMESTAMP, actions BIGINT, active_s DOUBLE",
                        List.of("event")),
                new DerivedTable(
                        "activity",
                        new Text(
                                "Une action comptant comme activité ; last_week : de 1 à 4 pour les 28 derniers jours du"
                                        + " mois, 4 pour les sept derniers ; weekday : de 1 (lundi) à 7 ; day_share : ce que"
                                        + " le jour fait du mois",
                                "One action that counts as activity; last_week: 1 to 4 within the last 28 days of the"
                                        + " month, 4 for the last seven; weekday: 1 (Monday) to 7; day_share: what the day is of the"
                                        + " month"),
                        WHO
                                + "resource_id STRING, action STRING, week DATE, month DATE, days_in_month INT, day_share DOUBLE,"
                                + " last_week INT, weekday INT, hour INT, school_time BOOLEAN",
                        List.of("event")),
                new DerivedTable(
                        "first_use",
                        new Text(
                                "La première semaine d'un apprenant sur une solution dans l'année scolaire, si la"
                                        + " quatrième semaine suivante est révolue dans les données du fournisseur",
                                "A learner's first week on a solution in the school year, if the fourth week after it"
                                        + " is over in the provider's data"),
                        WHO + "week DATE, returned BOOLEAN",
                        List.of("event")));
    }

    private static List<DerivedTable> ofResources() {
        return List.of(
                new DerivedTable(
                        "resource_use",
                        new Text(
                                "Une action d'un apprenant sur une ressource du registre ; resources : nombre de"
                                        + " ressources de la solution ; resource_share : ce que celle-ci en fait, en %",
                                "One action of a learner on a resource of the register; resources: number of the"
                                        + " solution's resources; resource_share: what this one is of them, in %"),
                        WHO + "resource_id STRING, resources BIGINT, resource_share DOUBLE",
                        List.of("event", "resource")),
                new DerivedTable(
                        "watch",
                        new Text(
                                "Une seconde d'un média lue par un apprenant ; autant de lignes que de lectures ;"
                                        + " second_share : ce qu'elle fait du média, en %",
                                "One second of a medium played by a learner; a row each time it was played;"
                                        + " second_share: what it is of the medium, in %"),
                        WHO + "resource_id STRING, second INT, length_s DOUBLE, second_share DOUBLE",
                        List.of("event", "resource")));
    }

    private static List<DerivedTable> ofResults() {
        return List.of(
                new DerivedTable(
                        "funnel",
                        new Text(
                                "Une ressource utilisée par un apprenant dans l'année scolaire, datée du premier usage",
                                "One resource used by a learner in the school year, dated by the first use"),
                        WHO + "resource_id STRING, completed BOOLEAN, passed BOOLEAN",
                        List.of("event")),
                new DerivedTable(
                        "solving",
                        new Text(
                                "Une ressource évaluée, tentée par un apprenant dans l'année scolaire, par compétence ;"
                                        + " attempts : tentatives jusqu'au premier succès, vide sans succès",
                                "One assessed resource tried by a learner in the school year, by skill; attempts: up to"
                                        + " the first success, null without one"),
                        WHO + "resource_id STRING, skill_id STRING, attempts INT, first_correct BOOLEAN",
                        List.of("event")));
    }

    private static List<DerivedTable> ofTests() {
        return List.of(
                new DerivedTable(
                        "mastery",
                        new Text(
                                "Une réponse évaluée, par compétence ; mastered : troisième réponse juste de suite",
                                "One assessed answer, by skill; mastered: the third correct one in a row"),
                        WHO + "skill_id STRING, mastered BOOLEAN",
                        List.of("event")),
                new DerivedTable(
                        "submission",
                        new Text(
                                "Un travail à échéance, rendu par un apprenant, daté du premier rendu",
                                "One piece of work with a due date handed in by a learner, dated by the first time"),
                        WHO + "resource_id STRING, on_time BOOLEAN",
                        List.of("event")),
                new DerivedTable(
                        "gain",
                        new Text(
                                "Un apprenant testé avant et après, dans l'année scolaire ; before et after en % de"
                                        + " l'échelle",
                                "One learner tested before and after in the school year; before and after in % of the"
                                        + " scale"),
                        "learner_pid STRING, uai STRING, provider_id STRING, school_year STRING, local_date DATE, "
                                + "measure_id STRING, before DOUBLE, after DOUBLE",
                        List.of("outcome")),
                new DerivedTable(
                        "skill_exposure",
                        new Text(
                                "Un jour où un apprenant a travaillé une compétence ; evidenced : une preuve existe dans"
                                        + " l'année scolaire",
                                "One day on which a learner worked on a skill; evidenced: there is evidence of it in the"
                                        + " school year"),
                        WHO + "skill_id STRING, evidenced BOOLEAN",
                        List.of("event", "skill_evidence", "resource")));
    }

    private static List<DerivedTable> ofPeople(String enrolment) {
        return List.of(
                new DerivedTable(
                        "coverage",
                        new Text(
                                "Un apprenant d'un établissement où la solution est utilisée, par période",
                                "One learner of a school in which the solution is used, by period"),
                        WHO + "as_of DATE, active BOOLEAN",
                        List.of("event", "learner")),
                new DerivedTable(
                        "enrolment_state",
                        new Text(
                                "Une inscription, avec l'activité de l'apprenant sur la solution ; inactive : aucune dans"
                                        + " les 7 derniers jours des traces de la solution",
                                "One enrolment with the learner's activity on the solution; inactive: none within the"
                                        + " last 7 days of the solution's traces"),
                        enrolment + ", started BOOLEAN, inactive BOOLEAN",
                        List.of("enrolment", "event")),
                new DerivedTable(
                        "survey_last",
                        new Text(
                                "La dernière réponse d'un répondant à une question sur une solution dans l'année scolaire",
                                "A respondent's last answer of the school year to an item about a solution"),
                        "respondent_pid STRING, uai STRING, provider_id STRING, solution_id STRING, school_year STRING, "
                                + "local_date DATE, item STRING, value DOUBLE, answer STRING",
                        List.of("survey")),
                new DerivedTable(
                        "survey_reach",
                        new Text(
                                "Un jour d'activité d'un apprenant ; answered : il a répondu à l'enquête sur la solution"
                                        + " dans l'année scolaire",
                                "One day of a learner's activity; answered: the learner answered the survey about the"
                                        + " solution in the school year"),
                        WHO + "answered BOOLEAN",
                        List.of("event", "survey")));
    }

    private static List<DerivedTable> ofRecords() {
        return List.of(
                new DerivedTable(
                        "skill_coverage",
                        new Text(
                                "Une compétence d'un référentiel et une solution, par année scolaire",
                                "One skill of a framework and one solution, by school year"),
                        "framework STRING, skill_id STRING, solution_id STRING, school_year STRING, "
                                + "resources BIGINT, learners BIGINT",
                        List.of("event", "resource", "skill")),
                new DerivedTable(
                        "trace_quality",
                        new Text(
                                "Les traces d'un fournisseur, par solution et par jour",
                                "A provider's traces, by solution and day"),
                        "provider_id STRING, solution_id STRING, school_year STRING, local_date DATE, "
                                + "events BIGINT, conformant BIGINT, delay_h DOUBLE",
                        List.of("event")),
                new DerivedTable(
                        "intake",
                        new Text(
                                "Les enregistrements d'un jeu de données mis en forme en une fois",
                                "The records of a dataset that were conformed at once"),
                        "dataset STRING, provider_id STRING, school_year STRING, local_date DATE, records BIGINT, "
                                + "quarantined BIGINT, duplicates BIGINT, unknown_verbs BIGINT, unknown_codes BIGINT, late BIGINT",
                        List.of()),
                new DerivedTable(
                        "release",
                        new Text("Une cellule d'un tableau publié", "One cell of a published table"),
                        "table_id STRING, conf_status STRING",
                        List.of()));
    }
}
