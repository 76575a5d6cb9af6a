// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dases.impact.connectors.screening.Finding.Evidence;
import org.dases.impact.connectors.source.Shape;
import org.dases.impact.connectors.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final String STATEMENT = """
            {"actor": {"account": {"name": "f6c5ca7f-9daa-4830-a6a7-887af156e9ce", "homePage": "http://lms.example"}},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en-US": "completed"}},
             "object": {"id": "http://lms.example/courses/12", "definition": {"name": {"fr-FR": "Algèbre linéaire"}}},
             "context": {"extensions": {"https://lms.example/extensions/session-id": "abb32c5b"}},
             "timestamp": "2021-11-29T23:09:00.867219+00:00"}""";

    @Test
    void stopsAColumnOfEmailAddressesByItsNameAndByItsValues() {
        Screen screen = Screen.of(new Shape(List.of("id", "Courriel", "note"), false), ScreeningRules.strict());
        screen.inspect(row("1", "", "ask camille@example.org"));

        assertThat(screen.findings())
                .containsExactly(
                        new Finding("Courriel", IdentifierKind.EMAIL, Evidence.COLUMN_NAME),
                        new Finding("note", IdentifierKind.EMAIL, Evidence.VALUES));
    }

    @Test
    void neverNamesAValue() {
        Screen screen = Screen.of(new Shape(List.of("a", "camille@example.org"), false), ScreeningRules.strict());
        screen.inspect(row("0199001234", "x"));

        assertThat(screen.findings().toString()).doesNotContain("camille", "0199");
        assertThat(screen.findings())
                .containsExactly(
                        new Finding("number 2", IdentifierKind.EMAIL, Evidence.VALUES),
                        new Finding("a", IdentifierKind.PHONE, Evidence.VALUES));
    }

    @Test
    void findsEachColumnAndKindOnce() {
        Screen screen = Screen.of(new Shape(List.of("a"), false), ScreeningRules.strict());
        screen.inspect(row("x@example.org"));
        screen.inspect(row("y@example.org"));

        assertThat(screen.findings()).hasSize(1);
    }

    @Test
    void letsAnAllowedColumnThroughWithItsOwnKindButNotWithAnother() {
        Shape shape = new Shape(List.of("Mail", "Description"), false);
        ScreeningRules rules = new ScreeningRules(List.of(
                Allowed.column("mail", "address of the school"),
                Allowed.column("Description", "made by the platform")));
        Screen screen = Screen.of(shape, rules);
        screen.inspect(row("office@college.example.fr", "The user viewed the log report for the course with id 11"));
        assertThat(screen.findings()).isEmpty();

        screen.inspect(row("office@college.example.fr", "The user wrote to camille@example.org"));
        assertThat(screen.findings())
                .containsExactly(new Finding("Description", IdentifierKind.EMAIL, Evidence.VALUES));
    }

    @Test
    void letsFurtherKindsThroughWhereTheyAreListed() {
        Allowed codes = new Allowed("code", "internal codes of ten digits", Set.of(IdentifierKind.PHONE));
        Screen screen = Screen.of(new Shape(List.of("code"), false), new ScreeningRules(List.of(codes)));
        screen.inspect(row("0199001234"));

        assertThat(screen.findings()).isEmpty();
    }

    @Test
    void stopsFullDatesOnlyInColumnsAboutBirth() {
        Screen screen = Screen.of(new Shape(List.of("registered", "naissance"), false), ScreeningRules.strict());
        screen.inspect(row("2021-09-01", "2011"));
        assertThat(screen.findings()).isEmpty();

        screen.inspect(row("2021-09-01", "27/03/2011"));
        assertThat(screen.findings())
                .containsExactly(new Finding("naissance", IdentifierKind.BIRTH_DATE, Evidence.VALUES));
    }

    @Test
    void stopsSentencesAndShortComments() {
        Screen screen = Screen.of(new Shape(List.of("label", "commentaire"), false), ScreeningRules.strict());
        screen.inspect(row("Lycée général et technologique", "Kevin n'a rien compris"));

        assertThat(screen.findings())
                .containsExactly(new Finding("commentaire", IdentifierKind.FREE_TEXT, Evidence.VALUES));
    }

    @Test
    void letsLongNamesOfSchoolsThrough() {
        Screen screen = Screen.of(new Shape(List.of("nom_de_l_etablissment"), false), ScreeningRules.strict());
        screen.inspect(row("LYCEE GENERAL ET TECHNOLOGIQUE PRIVE NOTRE DAME LA RICHE LYCEE DES METIERS DU COMMERCE"));

        assertThat(screen.findings()).isEmpty();
    }

    @Test
    void letsAStatementOfAnAccountThrough() {
        assertThat(json(STATEMENT)).isEmpty();
    }

    @Test
    void stopsAnMboxAnActorsNameAndAnAccountNameThatIsAnAddress() {
        assertThat(json("{\"actor\": {\"mbox\": \"mailto:camille@example.org\", \"name\": \"Camille\"}}"))
                .containsExactly(
                        new Finding("actor.mbox", IdentifierKind.EMAIL, Evidence.COLUMN_NAME),
                        new Finding("actor.name", IdentifierKind.NAME, Evidence.COLUMN_NAME));
        assertThat(json("{\"actor\": {\"account\": {\"name\": \"camille@example.org\"}}}"))
                .containsExactly(new Finding("actor.account.name", IdentifierKind.EMAIL, Evidence.VALUES));
        assertThat(json("{\"actor\": {\"account\": {\"name\": \"john\"}, \"mbox_sha1sum\": \"ebd31e95054c018b1072\"}}"))
                .isEmpty();
    }

    @Test
    void stopsNamesBelowKeysOfPersonsWhateverTheirDepth() {
        assertThat(json("{\"context\": {\"team\": {\"member\": [{\"name\": \"Camille\"}]}}}"))
                .containsExactly(new Finding("context.team.member.name", IdentifierKind.NAME, Evidence.COLUMN_NAME));
        assertThat(json("{\"name\": {\"given\": \"Camille\"}}"))
                .containsExactly(new Finding("name.given", IdentifierKind.NAME, Evidence.COLUMN_NAME));
        assertThat(json("{\"a\": [[\"x\", {\"email\": {\"value\": \"\"}}]]}"))
                .containsExactly(new Finding("a.email.value", IdentifierKind.EMAIL, Evidence.COLUMN_NAME));
    }

    @Test
    void looksAtNumbersWhereTheyAreLongOrTheirKeySaysWhatTheyAre() {
        assertThat(json("{\"n\": 269054958815780}"))
                .containsExactly(new Finding("n", IdentifierKind.SOCIAL_SECURITY_NUMBER, Evidence.VALUES));
        assertThat(json("{\"telephone\": 199001234, \"n\": 1635500000000, \"x\": 0.123456789012345}"))
                .containsExactly(new Finding("telephone", IdentifierKind.PHONE, Evidence.COLUMN_NAME));
    }

    @Test
    void masksKeysThatAreValues() {
        assertThat(json("{\"scores\": {\"camille@example.org\": {\"raw\": 3}}}"))
                .containsExactly(new Finding("scores.*", IdentifierKind.EMAIL, Evidence.VALUES));
    }

    @Test
    void anAllowedPathCoversWhatIsBelowIt() {
        ScreeningRules rules = new ScreeningRules(
                List.of(Allowed.column("object.definition.description", "written by the publisher")));
        String text = "{\"object\": {\"definition\": {\"description\": {\"en\": \"%s\"}}}}"
                .formatted("A course that tells all about the ways of doing things well");

        assertThat(json(text))
                .containsExactly(
                        new Finding("object.definition.description.en", IdentifierKind.FREE_TEXT, Evidence.VALUES));
        assertThat(json(text, rules)).isEmpty();
    }

    @Test
    void saysWhatWasFoundInWords() {
        assertThat(new Finding("mel", IdentifierKind.EMAIL, Evidence.COLUMN_NAME).sentence())
                .isEqualTo("column 'mel' holds e-mail addresses, as its name says");
        assertThat(new Finding("x", IdentifierKind.FREE_TEXT, Evidence.VALUES).sentence())
                .isEqualTo("column 'x' holds values that look like free text");
    }

    private static List<Finding> json(String document) {
        return json(document, ScreeningRules.strict());
    }

    private static List<Finding> json(String document, ScreeningRules rules) {
        Screen screen = Screen.of(Shape.ofJson(), rules);
        screen.inspect(row(document));
        return screen.findings();
    }

    private static SourceRecord row(@Nullable String... values) {
        return new SourceRecord(1, Arrays.asList(values));
    }
}
