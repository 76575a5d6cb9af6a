// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

/** How a provider writes xAPI: where it puts the solution and the school, and how it writes the time. */
enum Dialect {
    /** The DASES profile: solution in {@code grouping}, time in UTC. */
    EDTECH_A("https://edtech-a.example", true, 12.5),
    /** An older dialect: extensions of its own, local time with its offset. */
    EDTECH_B("https://edtech-b.example", false, 11.9);

    /** Where a statement says in which role its actor acts. */
    static final String ROLE = "https://w3id.org/xapi/lms/extensions/role";

    /** The second of the film that is played from. */
    static final String POSITION = "https://w3id.org/xapi/video/extensions/time";

    private final String home;
    private final boolean dases;
    private final double statementsPerSitting;

    Dialect(String home, boolean dases, double statementsPerSitting) {
        this.home = home;
        this.dases = dases;
        this.statementsPerSitting = statementsPerSitting;
    }

    /** Statements of an average sitting, measured over 17 000 sittings. */
    double statementsPerSitting() {
        return statementsPerSitting;
    }

    /** Appends the statement as one JSON line without its end; {@code at} is the time exactly as it shall stand. */
    void append(Statement statement, String at, long stored, StringBuilder line) {
        Statement.Visit visit = statement.visit();
        line.append("{\"id\":\"").append(statement.id());
        line.append(
                "\",\"actor\":{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://comptes.dases.example\",");
        line.append("\"name\":\"").append(visit.account()).append("\"}},\"verb\":{\"id\":\"");
        line.append(statement.verb().iri()).append("\"},\"object\":");
        object(statement, line);
        result(statement, line);
        line.append(",\"context\":{\"registration\":\"")
                .append(visit.registration())
                .append("\",");
        context(visit, line);
        line.append(",\"").append(ROLE).append("\":\"").append(visit.staff() ? "staff" : "learner");
        if (statement.attempt() > 0) {
            line.append("\",\"")
                    .append(home)
                    .append("/xapi/extensions/attempt\":\"")
                    .append(statement.attempt());
        }
        line.append("\"}},\"timestamp\":\"").append(at).append("\",\"stored\":\"");
        Iso.append(stored, 0, line);
        line.append("\"}");
    }

    private void object(Statement statement, StringBuilder line) {
        if (statement.kind() == Statement.Kind.STATEMENT) {
            line.append("{\"objectType\":\"StatementRef\",\"id\":\"")
                    .append(statement.object())
                    .append("\"}");
            return;
        }
        line.append("{\"objectType\":\"Activity\",\"id\":\"").append(home).append("/activities/");
        line.append(statement.object()).append("\",\"definition\":{\"type\":\"");
        line.append(statement.kind().iri()).append("\"}}");
    }

    private static void result(Statement statement, StringBuilder line) {
        if (statement.position() >= 0) {
            line.append(",\"result\":{\"extensions\":{\"").append(POSITION).append("\":");
            line.append(statement.position()).append("}}");
            return;
        }
        if (statement.success() == null && statement.seconds() < 0) {
            return;
        }
        line.append(",\"result\":{");
        if (statement.success() != null) {
            line.append("\"success\":").append(statement.success());
            line.append(",\"score\":{\"scaled\":")
                    .append(statement.success() ? "0.8" : "0.3")
                    .append('}');
        }
        if (statement.seconds() >= 0) {
            line.append(statement.success() != null ? "," : "");
            line.append("\"duration\":\"PT").append(statement.seconds()).append("S\"");
        }
        line.append('}');
    }

    private void context(Statement.Visit visit, StringBuilder line) {
        String solution = visit.solution().id();
        line.append("\"contextActivities\":{");
        if (dases) {
            line.append("\"grouping\":[{\"id\":\"")
                    .append(home)
                    .append("/solutions/")
                    .append(solution);
            line.append("\"}],\"category\":[{\"id\":\"http://schema.dases.eu/xapi/profile/lms\"}]},\"extensions\":{");
            line.append("\"http://schema.dases.eu/xapi/extensions/uai\":\"")
                    .append(visit.uai())
                    .append('"');
        } else {
            line.append("\"category\":[{\"id\":\"https://w3id.org/xapi/video\"}]},\"extensions\":{\"")
                    .append(home);
            line.append("/xapi/extensions/application\":\"")
                    .append(solution)
                    .append("\",\"")
                    .append(home);
            line.append("/xapi/extensions/uai\":\"").append(visit.uai()).append('"');
        }
    }

    /** The time of a statement in this dialect. */
    String time(Statement statement) {
        StringBuilder text = new StringBuilder(32);
        Iso.append(statement.at(), dases ? 0 : statement.visit().offsetSeconds(), text);
        return text.toString();
    }
}
