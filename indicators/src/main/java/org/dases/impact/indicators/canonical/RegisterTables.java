// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.dases.impact.indicators.canonical.Columns.between;
import static org.dases.impact.indicators.canonical.Columns.classroom;
import static org.dases.impact.indicators.canonical.Columns.code;
import static org.dases.impact.indicators.canonical.Columns.day;
import static org.dases.impact.indicators.canonical.Columns.flag;
import static org.dases.impact.indicators.canonical.Columns.learner;
import static org.dases.impact.indicators.canonical.Columns.number;
import static org.dases.impact.indicators.canonical.Columns.required;
import static org.dases.impact.indicators.canonical.Columns.school;
import static org.dases.impact.indicators.canonical.Columns.solution;
import static org.dases.impact.indicators.canonical.Columns.territory;
import static org.dases.impact.indicators.canonical.Columns.text;
import static org.dases.impact.indicators.canonical.Columns.texts;
import static org.dases.impact.indicators.canonical.Columns.whole;

import java.util.List;
import org.dases.impact.indicators.definition.Text;

/** Canonical tables of the persons and things that traces mention. */
final class RegisterTables {
    private static final YearRule ALL_YEARS = new YearRule.AllYears();

    private RegisterTables() {}

    static List<CanonicalTable> all() {
        return List.of(learnerTable(), schoolTable(), solutionTable(), resource(), entitlement(), skill());
    }

    private static CanonicalTable learnerTable() {
        return new CanonicalTable(
                "learner",
                new Text("Un apprenant pendant une durée de validité", "One learner during a span of validity"),
                List.of(
                        required(learner()),
                        school(),
                        text("level", "Niveau scolaire", "School level"),
                        classroom(),
                        text("sex", "Sexe", "Sex"),
                        text("age_band", "Tranche d'âge", "Age band"),
                        flag("disability", "Situation de handicap", "Disability"),
                        text("ses_band", "Tranche d'indice social", "Band of social position"),
                        day("valid_from", "Premier jour de validité", "First day of validity"),
                        day("valid_to", "Dernier jour de validité", "Last day of validity")),
                List.of("learner_pid", "valid_from"),
                new YearRule.FromIfKnown("valid_from"),
                true);
    }

    private static CanonicalTable schoolTable() {
        return new CanonicalTable(
                "school",
                new Text("Un établissement", "One school"),
                List.of(
                        required(school()),
                        text("type", "Type d'établissement", "Type of school"),
                        text("sector", "Secteur", "Sector"),
                        territory(TerritoryLevel.ACADEMIE, "academie", "Académie", "Académie (education authority)"),
                        territory(
                                TerritoryLevel.DEPARTEMENT,
                                "departement",
                                "Code du département",
                                "Code of the département"),
                        territory(
                                TerritoryLevel.REGION_ACADEMIQUE,
                                "region_academique",
                                "Région académique",
                                "Région académique"),
                        text("commune", "Code de la commune", "Code of the commune"),
                        code(List.of("HORS", "REP", "REP+"), "rep", "Éducation prioritaire", "Priority education"),
                        number("ips", "Indice de position sociale", "Index of social position (IPS)"),
                        code(
                                List.of("Q1", "Q2", "Q3", "Q4"),
                                "ips_quartile",
                                "Quartile d'IPS, Q1 le moins favorisé",
                                "IPS quartile, Q1 least advantaged"),
                        text("rurality", "Ruralité", "Rurality"),
                        whole("enrolment", "Effectif", "Number of pupils")),
                List.of("uai"),
                ALL_YEARS,
                true);
    }

    private static CanonicalTable solutionTable() {
        return new CanonicalTable(
                "solution",
                new Text("Une solution EdTech", "One EdTech solution"),
                List.of(
                        required(solution()),
                        text("discipline", "Discipline", "Discipline"),
                        text("level", "Niveau scolaire", "School level"),
                        text("licence", "Licence", "Licence")),
                List.of("solution_id"),
                ALL_YEARS,
                true);
    }

    private static CanonicalTable resource() {
        return new CanonicalTable(
                "resource",
                new Text("Une ressource d'une solution", "One resource of a solution"),
                List.of(
                        required(text("resource_id", "Ressource", "Resource")),
                        solution(),
                        text("parent_id", "Ressource qui la contient", "Resource that contains it"),
                        text("kind", "Nature", "Kind"),
                        between(
                                0,
                                1e9,
                                "expected_duration_s",
                                "Durée prévue en secondes",
                                "Expected duration in seconds"),
                        texts("skill_ids", "Compétences visées", "Skills aimed at")),
                List.of("resource_id"),
                ALL_YEARS,
                true);
    }

    private static CanonicalTable entitlement() {
        return new CanonicalTable(
                "entitlement",
                new Text("Les licences d'un établissement", "The licences of a school"),
                List.of(
                        required(solution()),
                        required(school()),
                        whole("ordered", "Licences commandées", "Licences ordered"),
                        whole("assigned", "Licences affectées", "Licences assigned"),
                        whole("used", "Licences utilisées", "Licences used")),
                List.of("solution_id", "uai", CanonicalTable.SCHOOL_YEAR),
                new YearRule.Given(),
                false);
    }

    private static CanonicalTable skill() {
        return new CanonicalTable(
                "skill",
                new Text("Une compétence d'un référentiel", "One skill of a framework"),
                List.of(
                        required(text("skill_id", "Compétence", "Skill")),
                        code(List.of("ESCO", "ROME", "CRCN", "socle"), "framework", "Référentiel", "Framework"),
                        text("code", "Code dans le référentiel", "Code in the framework"),
                        text("label_fr", "Libellé français", "French label"),
                        text("label_en", "Libellé anglais", "English label"),
                        text("broader", "Compétence plus large", "Broader skill")),
                List.of("skill_id"),
                ALL_YEARS,
                true);
    }
}
