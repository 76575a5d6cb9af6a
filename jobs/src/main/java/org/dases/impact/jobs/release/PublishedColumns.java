// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PublishedTable;

/** The columns of a published table, each with a comment in French and English. */
final class PublishedColumns {
    private PublishedColumns() {}

    static StructType of(PublishedTable table) {
        List<StructField> fields = new ArrayList<>();
        fields.add(field("release_id", DataTypes.LongType, "Numéro de la diffusion", "Number of the release"));
        fields.add(field("table_id", DataTypes.StringType, "Nom de la table", "Name of the table"));
        fields.add(field(
                "school_year",
                DataTypes.StringType,
                "Année scolaire ; _T : toute la période des données",
                "School year; _T: the whole span of the data"));
        fields.add(field(
                "period_kind",
                DataTypes.StringType,
                "Type de période : all, year, month, week, day",
                "Kind of period: all, year, month, week, day"));
        fields.add(field("period_start", DataTypes.DateType, "Premier jour de la période", "First day of the period"));
        for (Dimension dimension : table.dimensions()) {
            for (Level level : dimension.levels()) {
                fields.add(field(
                        level.column(),
                        DataTypes.StringType,
                        dimension.label().fr() + " ; _T : total, _U : inconnu",
                        dimension.label().en() + "; _T: total, _U: unknown"));
            }
        }
        fields.addAll(FIGURES);
        return new StructType(fields.toArray(StructField[]::new));
    }

    private static final List<StructField> FIGURES = List.of(
            field("indicator_id", DataTypes.StringType, "Identifiant de l'indicateur", "Identifier of the indicator"),
            field("unit", DataTypes.StringType, "Unité de la valeur", "Unit of the value"),
            field("value", DataTypes.DoubleType, "Valeur exacte", "Exact value"),
            field("value_low", DataTypes.DoubleType, "Borne basse d'une fourchette", "Lower end of a band"),
            field("value_high", DataTypes.DoubleType, "Borne haute d'une fourchette", "Upper end of a band"),
            field("numerator", DataTypes.DoubleType, "Numérateur", "Numerator"),
            field("denominator", DataTypes.DoubleType, "Dénominateur", "Denominator"),
            field(
                    "n_learners",
                    DataTypes.LongType,
                    "Personnes distinctes ; vide si non communiqué",
                    "Distinct persons; empty where not told"),
            field("n_schools", DataTypes.LongType, "Établissements distincts", "Distinct schools"),
            field("n_providers", DataTypes.LongType, "Fournisseurs distincts", "Distinct providers"),
            field("ci_low", DataTypes.DoubleType, "Intervalle à 95 %, bas", "95 % interval, lower end"),
            field("ci_high", DataTypes.DoubleType, "Intervalle à 95 %, haut", "95 % interval, upper end"),
            field(
                    "obs_status",
                    DataTypes.StringType,
                    "SDMX OBS_STATUS : A normal, Q non communicable",
                    "SDMX OBS_STATUS: A normal, Q not disclosed"),
            field(
                    "conf_status",
                    DataTypes.StringType,
                    "SDMX CONF_STATUS : F libre, C confidentiel (secret statistique)",
                    "SDMX CONF_STATUS: F free, C confidential"),
            field(
                    "frozen_since",
                    DataTypes.TimestampType,
                    "Valeur reprise d'une diffusion antérieure, de cette date",
                    "Value reprinted from an earlier release, of this date"),
            field("method_version", DataTypes.StringType, "Version de la méthode", "Version of the method"));

    private static StructField field(String name, DataType type, String fr, String en) {
        return new StructField(
                name,
                type,
                true,
                new MetadataBuilder().putString("comment", fr + " / " + en).build());
    }
}
