// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.CanonicalColumn;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalType;
import org.dases.impact.indicators.definition.Text;

/** Canonical tables as Spark sees them. */
public final class CanonicalSchema {
    private CanonicalSchema() {}

    /**
     * All columns of a conformed table in their order, with French and English comments.
     *
     * @param table a canonical table
     * @return own columns, school_year, provider_id, local_date in dated tables, provenance; all nullable
     */
    public static StructType of(CanonicalTable table) {
        StructType schema = new StructType();
        for (CanonicalColumn column : table.columns()) {
            schema = schema.add(column.name(), type(column.type()), true, comment(column.comment()));
        }
        schema = schema.add(
                        CanonicalTable.SCHOOL_YEAR,
                        DataTypes.StringType,
                        true,
                        "Année scolaire, _T si la ligne vaut pour toutes | School year, _T where it holds for all")
                .add(CanonicalTable.PROVIDER, DataTypes.StringType, true, "Fournisseur | Provider");
        if (table.datedBy().isPresent()) {
            schema = schema.add(
                    CanonicalTable.LOCAL_DATE,
                    DataTypes.DateType,
                    true,
                    "Jour à l'heure de l'établissement | Day in the school's time zone");
        }
        return schema.add("_dataset", DataTypes.StringType, true, "Jeu de données | Dataset")
                .add("_contract_id", DataTypes.StringType, true, "Contrat | Contract")
                .add("_contract_sha256", DataTypes.StringType, true, "Empreinte du contrat | Hash of the contract")
                .add("_pulled_at", DataTypes.TimestampType, true, "Instant de la collecte | Instant of the pull");
    }

    /**
     * Names of all columns of a conformed table.
     *
     * @param table a canonical table
     * @return names in the order of the schema
     */
    public static List<String> names(CanonicalTable table) {
        return List.of(of(table).fieldNames());
    }

    static DataType type(CanonicalType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case BOOLEAN -> DataTypes.BooleanType;
            case INT -> DataTypes.IntegerType;
            case DOUBLE -> DataTypes.DoubleType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case DATE -> DataTypes.DateType;
            case STRINGS -> DataTypes.createArrayType(DataTypes.StringType);
        };
    }

    private static String comment(Text comment) {
        return comment.fr() + " | " + comment.en();
    }
}
