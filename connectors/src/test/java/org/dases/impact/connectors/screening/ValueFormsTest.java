// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons, numbers and addresses below are made up; ranges reserved for examples are used where there are any. */
class ValueFormsTest {
    /** National student numbers, as the ministry's platforms check them. */
    private static final Pattern INE =
            Pattern.compile("(?<![\\w/-])(?:\\d{9}[A-Za-z]{2}|\\d{10}[A-Za-z]|\\d{4}[Aa]\\d{5}[A-Za-z])(?![\\w/-])");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille.durand@example.org | EMAIL",
                "mailto:camille@example.org | EMAIL",
                "write to <camille@univ.example.fr> soon | EMAIL",
                "é.lève@collège.example.fr | EMAIL",
                "https://lms.example.org/join?mail=camille@example.org | EMAIL",
                "https://lms.example.org/join?mail=camille%40example.org | EMAIL",
                "0199001234 | PHONE",
                "01 99 00 12 34 | PHONE",
                "01.99.00.12.34 | PHONE",
                "01-99-00-12-34 | PHONE",
                "call 06 39 98 12 34 please | PHONE",
                "+33 1 99 00 12 34 | PHONE",
                "+33639981234 | PHONE",
                "0033 6 39 98 12 34 | PHONE",
                "+33 (0)6 39 98 12 34 | PHONE",
                "+44 20 7946 0958 | PHONE",
                "+1 (202) 555-0143 | PHONE",
                "123456789AB | STUDENT_NUMBER",
                "123456789ab | STUDENT_NUMBER",
                "1234567890A | STUDENT_NUMBER",
                "1234A56789B | STUDENT_NUMBER",
                "élève 1234567890A absent | STUDENT_NUMBER",
                "192.0.2.17 | IP_ADDRESS",
                "from 203.0.113.9, at night | IP_ADDRESS",
                "2001:db8::8a2e:370:7334 | IP_ADDRESS",
                "2001:0db8:0000:0000:0000:8a2e:0370:7334 | IP_ADDRESS"
            })
    void recognisesWhatIdentifies(String value, IdentifierKind kind) {
        assertThat(kinds(value)).containsExactly(kind);
    }

    /** 2690549588157 is the example of the form's description; its key is 97 − (number mod 97) = 80. */
    @ParameterizedTest
    @ValueSource(strings = {"269054958815780", "2 69 05 49 588 157 80", "nir: 269054958815780."})
    void recognisesASocialSecurityNumberByItsKey(String value) {
        assertThat(kinds(value)).containsExactly(IdentifierKind.SOCIAL_SECURITY_NUMBER);
    }

    /** Corsica: 2A counts as 19 and 2B as 18. 1851219004123 mod 97 and 1851218004123 mod 97 by hand. */
    @ParameterizedTest
    @CsvSource({"185122A004123,1851219004123", "185122B004123,1851218004123"})
    void recognisesCorsicanSocialSecurityNumbers(String number, long digits) {
        String key = String.format("%02d", 97 - digits % 97);
        assertThat(kinds(number + key)).containsExactly(IdentifierKind.SOCIAL_SECURITY_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "269054958815781", // wrong key
                "1635500000000", // milliseconds of an instant
                "1635500000",
                "20211129",
                "f6c5ca7f-9daa-4830-a6a7-887af156e9ce",
                "00000000-0000-0000-0123-456789012345",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "ebd31e95054c018b10727ccffd2ef2ec3a016ee9",
                "https://w3id.org/xapi/video/extensions/session-id",
                "https://medium.example/@camille/some.article",
                "https://user@host.example.org/path",
                "http://192.0.2.17:8080/course/0199001234",
                "urn:uuid:53ff781a-3c52-11ee-be56-0242ac120002",
                "uuid://7d4f3c70-1e79-4243-9b7d-166076ce8bfb",
                "course-v1:FUN-MOOC+00002+session01",
                "course-v1:edX+123456789+2021",
                "0[.]42.608[,]43.168[.]124.692[,]176.4",
                "2021-11-29T23:09:00.867219+00:00",
                "2021-11-29 12:37:59.839754+02:00",
                "20211129T123759+1000",
                "2021-11-29T23:09:02.353489-03:00", // Cayenne; no 02 35 34 89 03
                "2021-11-29T23:09:02.35348903",
                "12:34:56",
                "01:02:03:04",
                "std::string of a",
                "PT1H12M37.5S",
                "0150018N",
                "0.123456789012345",
                "1234.56.78",
                "1.2.3",
                "1.2.3.4.5",
                "999.1.1.1",
                "12 345 678,90",
                "90-100%",
                "@dases on the network",
                "a@b",
                "pseudo@localhost"
            })
    void passesWhatDoesNot(String value) {
        assertThat(kinds(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011-03-27 | true",
                "27/03/2011 | true",
                "27.3.11 | true",
                "20110327 | true",
                "27 mars 2011 | true",
                "1er janvier 2010 | true",
                "2011-03-27T00:00:00Z | true",
                "2011 | false",
                "2011-03 | false",
                "10-12 | false",
                "123456 | false",
                "Rennes | false"
            })
    void knowsFullDates(String value, boolean full) {
        assertThat(ValueForms.isFullDate(value)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "The user with id '4' viewed the course with id '111'.,9,true",
        "Lower Than A Level,9,false",
        "one two three four five six seven eight,9,false",
        "a b c d e f g h i j k l m n o p q r s,9,false",
        "je ne comprends pas,4,true"
    })
    void countsWords(String value, int least, boolean enough) {
        assertThat(ValueForms.hasWords(value, least)).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-01T11:50:22Z,true",
        "2025-09-01T11:50:22,true",
        "2021-11-29T23:09:00.867219+00:00,true",
        "0612-34-56T78:90:12.123456789-12:34,true",
        "2021-11-29T23:09:00.1234567890Z,false",
        "2021-11-29T23:09:00.Z,false",
        "2021-11-29T23:09:00+0612345678,false",
        "2021-11-29T23:09:00 0612345678,false",
        "2021-11-29T23:09:00z,false",
        "2021-11-29T23:09Z,false",
        "2021-11-29,false"
    })
    void knowsAnInstant(String value, boolean isOne) {
        assertThat(PlainForm.isInstant(value)).isEqualTo(isOne);
    }

    /**
     * Any digits in all places. That of telephone numbers is not among them: it took seconds with decimals and what
     * follows for one.
     */
    @Test
    void noInstantHasAFormThatThePatternsFind() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String decimals = ".dddddddddd".substring(0, random.nextInt(11));
            String zone = List.of("", "Z", "+dd:dd", "-dd:dd").get(random.nextInt(4));
            String form = "dddd-dd-ddTdd:dd:dd" + (decimals.length() == 1 ? "" : decimals) + zone;
            String value = form.chars()
                    .mapToObj(c -> c == 'd' ? String.valueOf(random.nextInt(10)) : String.valueOf((char) c))
                    .collect(Collectors.joining());
            assertThat(PlainForm.isInstant(value)).as(value).isTrue();
            assertThat(NirForm.isIn(value)
                            || INE.matcher(value).find()
                            || IpForm.isVersion4In(value)
                            || IpForm.isVersion6In(value))
                    .as(value)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "f6c5ca7f-9daa-4830-a6a7-887af156e9ce,true",
        "{F6C5CA7F-9DAA-4830-A6A7-887AF156E9CE},true",
        "f6c5ca7f-9daa-4830-a6a7-887af156e9ce},true",
        "f6c5ca7f-9daa-4830-a6a7-887af156e9cg,false",
        "f6c5ca7f-9daa-4830-a6a7-887af156e9c,false",
        "f6c5ca7f-9daa-4830-a6a7-887af156e9ce.,false",
        "f6c5ca7f09daa-4830-a6a7-887af156e9ce,false"
    })
    void knowsAUuid(String value, boolean isOne) {
        assertThat(PlainForm.isUuid(value)).isEqualTo(isOne);
    }

    private static Set<IdentifierKind> kinds(String value) {
        Set<IdentifierKind> kinds = EnumSet.noneOf(IdentifierKind.class);
        for (IdentifierKind kind : IdentifierKind.values()) {
            if ((ValueForms.of(value) & kind.bit()) != 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
