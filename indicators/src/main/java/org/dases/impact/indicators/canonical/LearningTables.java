// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.dases.impact.indicators.canonical.Columns.between;
import static org.dases.impact.indicators.canonical.Columns.classroom;
import static org.dases.impact.indicators.canonical.Columns.code;
import static org.dases.impact.indicators.canonical.Columns.flag;
import static org.dases.impact.indicators.canonical.Columns.happened;
import static org.dases.impact.indicators.canonical.Columns.instant;
import static org.dases.impact.indicators.canonical.Columns.learner;
import static org.dases.impact.indicators.canonical.Columns.number;
import static org.dases.impact.indicators.canonical.Columns.required;
import static org.dases.impact.indicators.canonical.Columns.school;
import static org.dases.impact.indicators.canonical.Columns.solution;
import static org.dases.impact.indicators.canonical.Columns.text;
import static org.dases.impact.indicators.canonical.Columns.texts;
import static org.dases.impact.indicators.canonical.Columns.whole;

import java.util.List;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.Text;

/** Canonical tables of what happened to learners. */
final class LearningTables {
    private static final List<String> ROLES = List.of("LEARNER", "TEACHER", "STAFF");

    private LearningTables() {}

    static List<CanonicalTable> all() {
        return List.of(event(), enrolment(), exposure(), outcome(), survey(), skillEvidence());
    }

    private static CanonicalTable event() {
        List<CanonicalColumn> who = List.of(
                required(text("event_id", "Identifiant de la trace", "Identifier of the trace")),
                required(learner()),
                code(ROLES, "role", "Rôle, vide : LEARNER", "Role, null: LEARNER"),
                school(),
                solution());
        List<CanonicalColumn> what = List.of(
                text("resource_id", "Ressource utilisée", "Resource used"),
                text("activity_type", "Type d'activité (IRI)", "Activity type (IRI)"),
                code(
                        Stream.of(EventAction.values()).map(Enum::name).toList(),
                        "action",
                        "Action commune, vide si verbe inconnu",
                        "Shared action, null for an unknown verb"),
                text("verb", "Nom court du verbe, par exemple played", "Short name of the verb, for instance played"),
                required(happened("ts", "Instant de l'action", "Instant of the action")),
                instant("stored_ts", "Instant de l'enregistrement à la source", "Instant stored at the source"),
                text("session_hint", "Session selon la source", "Session as the source tells it"),
                between(0, 1e9, "duration_s", "Durée en secondes", "Duration in seconds"),
                number(
                        "position_s",
                        "Position dans le média, en secondes, lors de l'action",
                        "Position in the medium at the action, in seconds"),
                flag("success", "Réussite", "Success"),
                flag("completion", "Achèvement", "Completion"),
                between(-1, 1, "score_scaled", "Score entre -1 et 1", "Score between -1 and 1"),
                whole("attempt_no", "Numéro de la tentative", "Number of the attempt"),
                texts("skill_ids", "Compétences concernées", "Skills concerned"),
                instant("due_at", "Échéance du travail, s'il en a une", "When the work is due, if it is"),
                text("profile", "Profil xAPI (IRI), DASES si présent", "xAPI profile (IRI), the DASES one if any"));
        return dated(
                "event",
                new Text("Une trace d'apprentissage", "One learning trace"),
                Stream.concat(who.stream(), what.stream()).toList(),
                List.of("event_id"),
                "ts");
    }

    private static CanonicalTable enrolment() {
        return dated(
                "enrolment",
                new Text("Une inscription d'un apprenant à un cours", "One learner's enrolment in a course"),
                List.of(
                        required(learner()),
                        school(),
                        solution(),
                        required(text("course_id", "Cours", "Course")),
                        instant("registered_at", "Inscription", "Registration"),
                        instant("unregistered_at", "Désinscription", "Unregistration"),
                        code(
                                List.of("PASS", "FAIL", "DISTINCTION", "WITHDRAWN"),
                                "result",
                                "Résultat final, vide si non connu",
                                "Final result, null if not known"),
                        number("credits", "Crédits", "Credits")),
                List.of("learner_pid", "solution_id", "course_id"),
                "registered_at");
    }

    private static CanonicalTable exposure() {
        return dated(
                "exposure",
                new Text("Une affectation à un bras d'étude", "One assignment to an arm of a study"),
                List.of(
                        learner(),
                        classroom(),
                        school(),
                        required(solution()),
                        required(code(List.of("T", "C"), "arm", "Bras : traité, témoin", "Arm: treated, comparison")),
                        instant("assigned_at", "Affectation", "Assignment"),
                        text("assignment_unit", "Unité d'affectation", "Unit of assignment"),
                        code(List.of("RCT", "QED", "OBS"), "design", "Plan d'étude", "Study design")),
                List.of("learner_pid", "class_pid", "uai", "solution_id", "assigned_at"),
                "assigned_at");
    }

    private static CanonicalTable outcome() {
        return dated(
                "outcome",
                new Text("Un résultat mesuré", "One measured result"),
                List.of(
                        required(learner()),
                        school(),
                        required(text("measure_id", "Test ou mesure", "Test or measure")),
                        code(List.of("PRE", "POST", "FOLLOWUP"), "phase", "Phase", "Phase"),
                        required(happened("ts", "Instant de la mesure", "Instant of the measurement")),
                        number("score", "Score", "Score"),
                        number("scale_min", "Minimum de l'échelle", "Least value of the scale"),
                        number("scale_max", "Maximum de l'échelle", "Greatest value of the scale"),
                        flag("passed", "Réussite", "Passed"),
                        flag("standardised", "Test standardisé", "Standardised test"),
                        flag(
                                "independent_of_provider",
                                "Test indépendant du fournisseur",
                                "Test independent of the provider")),
                List.of("learner_pid", "measure_id", "phase", "ts"),
                "ts");
    }

    private static CanonicalTable survey() {
        return dated(
                "survey",
                new Text("Une réponse à une enquête", "One answer to a survey"),
                List.of(
                        required(text("respondent_pid", "Pseudonyme du répondant", "Respondent's pseudonym")),
                        school(),
                        solution(),
                        required(code(
                                List.of("CSAT", "NPS", "LIKERT"),
                                "item",
                                "Question : CSAT 1–5, NPS 0–10, LIKERT",
                                "Item: CSAT 1–5, NPS 0–10, LIKERT")),
                        number("value", "Réponse", "Answer"),
                        required(happened("ts", "Instant de la réponse", "Instant of the answer"))),
                List.of("respondent_pid", "solution_id", "item", "ts"),
                "ts");
    }

    private static CanonicalTable skillEvidence() {
        return dated(
                "skill_evidence",
                new Text("Une preuve de compétence", "One evidence of a skill"),
                List.of(
                        required(learner()),
                        school(),
                        required(text("skill_id", "Compétence", "Skill")),
                        required(happened("ts", "Instant de la preuve", "Instant of the evidence")),
                        text("level", "Niveau atteint", "Level reached"),
                        text("source", "Origine de la preuve", "Where the evidence comes from")),
                List.of("learner_pid", "skill_id", "ts", "source"),
                "ts");
    }

    private static CanonicalTable dated(
            String name, Text comment, List<CanonicalColumn> columns, List<String> key, String date) {
        return new CanonicalTable(name, comment, columns, key, new YearRule.From(date), false);
    }
}
