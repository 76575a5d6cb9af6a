// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.CanonicalColumn;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalType;
import org.dases.impact.indicators.definition.Text;

/** Canonical tables as Spark sees them. */
public final class CanonicalSchema {
    /** Comments on the columns that every table has beside its own. */
    private static final Map<String, Text> COMMENTS = Map.of(
            CanonicalTable.SCHOOL_YEAR,
            new Text("Année scolaire, _T si la ligne vaut pour toutes", "School year, _T where it holds for all"),
            CanonicalTable.PROVIDER,
            new Text("Fournisseur", "Provider"),
            CanonicalTable.LOCAL_DATE,
            new Text("Jour à l'heure de l'établissement", "Day in the school's time zone"),
            "_dataset",
            new Text("Jeu de données", "Dataset"),
            "_contract_id",
            new Text("Contrat", "Contract"),
            "_contract_sha256",
            new Text("Empreinte du contrat", "Hash of the contract"),
            "_pulled_at",
            new Text("Instant de la collecte", "Instant of the pull"));

    private CanonicalSchema() {}

    /**
     * All columns of a conformed table in their order, with French and English comments.
     *
     * @param table a canonical table
     * @return own columns, school_year, provider_id, local_date in dated tables, provenance; all nullable
     */
    public static StructType of(CanonicalTable table) {
        StructType schema = new StructType();
        for (Map.Entry<String, CanonicalType> column : table.allColumns().entrySet()) {
            Text comment = table.column(column.getKey())
                    .map(CanonicalColumn::comment)
                    .or(() -> Optional.ofNullable(COMMENTS.get(column.getKey())))
                    .orElseThrow();
            schema = schema.add(column.getKey(), type(column.getValue()), true, comment.fr() + " | " + comment.en());
        }
        return schema;
    }

    /**
     * Names of all columns of a conformed table.
     *
     * @param table a canonical table
     * @return names in the order of the schema
     */
    public static List<String> names(CanonicalTable table) {
        return List.copyOf(table.allColumns().keySet());
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
}
