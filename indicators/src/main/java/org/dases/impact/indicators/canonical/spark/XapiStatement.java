// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import org.apache.spark.sql.types.StructType;

/**
 * The xAPI statement as mappings see it. Every leaf is text, so that a single bad value is told by its column instead
 * of making the whole statement unreadable.
 *
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md">xAPI 1.0.3, part two</a>
 */
final class XapiStatement {
    /** Name of the struct in mappings. */
    static final String COLUMN = "statement";

    private static final String ACTIVITIES =
            "ARRAY<STRUCT<id: STRING, objectType: STRING, definition: STRUCT<type: STRING>>>";

    /** The profile of a statement: the first category that is a DASES profile, else the first one. */
    static final String PROFILE = "coalesce(get(filter(statement.context.contextActivities.category.id, iri -> "
            + "iri RLIKE '^https?://(schema[.]dases[.]eu/xapi/profile|w3id[.]org/xapi/lms)([/#].*)?$'), 0), "
            + "get(statement.context.contextActivities.category.id, 0))";

    /** A statement that voids another one. */
    static final String VOIDS = "statement.verb.id RLIKE '/voided$' AND statement.object.objectType = 'StatementRef'";

    private XapiStatement() {}

    static StructType schema() {
        return StructType.fromDDL("""
                id STRING,
                actor STRUCT<objectType: STRING, account: STRUCT<name: STRING, homePage: STRING>,
                  mbox: STRING, mbox_sha1sum: STRING, openid: STRING>,
                verb STRUCT<id: STRING>,
                object STRUCT<id: STRING, objectType: STRING,
                  definition: STRUCT<type: STRING, extensions: MAP<STRING, STRING>>>,
                result STRUCT<success: STRING, completion: STRING, duration: STRING, response: STRING,
                  score: STRUCT<scaled: STRING, raw: STRING, min: STRING, max: STRING>,
                  extensions: MAP<STRING, STRING>>,
                context STRUCT<registration: STRING, platform: STRING, language: STRING,
                  contextActivities: STRUCT<parent: %1$s, grouping: %1$s, category: %1$s, other: %1$s>,
                  extensions: MAP<STRING, STRING>>,
                timestamp STRING,
                stored STRING
                """.formatted(ACTIVITIES).replace("\n", " "));
    }
}
