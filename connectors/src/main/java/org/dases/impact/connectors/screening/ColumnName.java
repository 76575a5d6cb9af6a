// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a column says about its content. Matched by whole words in French and English, so that {@code ips}
 * (a social index of schools) is no IP address; a {@code name} together with the word of a thing (school, course, file
 * …) and without that of a person names the thing.
 *
 * @param kind what identifies a person, by the name alone; null when nothing does
 * @param namesAThing whether it holds names of things, which may be long
 * @param saysBirth whether it is about birth, so that full dates in it are dates of birth
 * @param saysComment whether somebody writes there
 * @param saysVersion whether it holds version or section numbers, which look like IP addresses
 */
record ColumnName(
        @Nullable IdentifierKind kind,
        boolean namesAThing,
        boolean saysBirth,
        boolean saysComment,
        boolean saysVersion) {
    private static final Set<String> EMAIL = Words.set("email emails mail mails courriel courriels mel mbox mailbox"
            + " mailto emailaddress adressemail adresseemail mailaddress");
    private static final Set<String> PHONE = Words.set("tel telephone telephones phone phones phonenumber gsm fax"
            + " numerotelephone numtel mobilephone telportable");
    private static final Set<String> MOBILE = Words.set("mobile portable");
    private static final Set<String> NUMBER = Words.set("numero num number no");
    private static final Set<String> ADDRESS =
            Words.set("adresse adresses address addresses street streetaddress postaladdress rue domicile");
    private static final Set<String> WEB = Words.set("web url urls site internet uri iri http");
    private static final Set<String> IP = Words.set("ip ipaddress adresseip ipv mac lastip clientip remoteip");
    private static final Set<String> BIRTH = Words.set("naissance birth born birthdate birthday dob ddn dateofbirth"
            + " datenaissance datedenaissance datnais anniversaire");
    private static final Set<String> BIRTH_DATE =
            Words.set("birthdate birthday dob ddn dateofbirth datenaissance datedenaissance datnais anniversaire");
    private static final Set<String> DATE = Words.set("date dates dt jour day");
    private static final Set<String> STUDENT_NUMBER = Words.set("ine inaa rnie numeroine numine codeine");
    private static final Set<String> NIR = Words.set("nir nirpp nss ssn numsecu numerosecu");
    private static final Set<String> NAME_OF_PERSON = Words.set("prenom prenoms firstname lastname surname forename"
            + " fullname givenname familyname middlename nickname patronyme username nomprenom prenomnom nomfamille"
            + " nomusage nomnaissance displayname maidenname realname fname lname");
    private static final Set<String> NAME = Words.set("nom noms name names");
    private static final Set<String> PERSON = Words.set(
            "student students eleve eleves etudiant etudiante etudiants"
                    + " learner learners apprenant apprenants pupil user users utilisateur utilisateurs teacher enseignant"
                    + " enseignants prof professeur professor parent parents tuteur tutrice tutor responsable directeur"
                    + " directrice contact person personne people individu candidate candidat applicant auteur author owner"
                    + " mother father mere pere guardian employee employe agent actor member membre instructor participant"
                    + " manager referent usage famille family naissance first last given middle full maiden usuel patronymique");
    private static final Set<String> MEASURE = Words.set("nb nombre count counts total sum avg mean rate taux pct"
            + " percent pourcentage has is length size flag verified optin type kind status statut sent opened");
    private static final Set<String> COMMENT = Words.set("comment comments commentaire commentaires message messages"
            + " remarque remarques appreciation appreciations verbatim feedback avis observation observations review"
            + " bio biography biographie about response reponse texte");
    private static final Set<String> VERSION = Words.set("version versions section chapter chapitre numero oid");
    private static final Pattern HASHED =
            Pattern.compile("sha-?_?(1|224|256|384|512)|md5|hash|hmac|pseudonym|anonym|crypt|digest|_pid$");

    /**
     * Reads a name.
     *
     * @param name column, or the last key of a JSON path
     * @param parent key above it; empty for a column
     */
    static ColumnName of(String name, String parent) {
        String tail = lastSegment(name);
        Set<String> words = Words.of(tail);
        boolean hashed = HASHED.matcher(tail.toLowerCase(Locale.ROOT)).find();
        boolean thing = namesAThing(words, Words.of(lastSegment(parent)));
        return new ColumnName(
                hashed || any(words, MEASURE) ? null : kind(words, thing),
                thing,
                any(words, BIRTH) || (words.contains("le") && any(words, Set.of("ne", "nee"))),
                any(words, COMMENT),
                any(words, VERSION));
    }

    private static boolean any(Set<String> words, Set<String> of) {
        return !Collections.disjoint(words, of);
    }

    private static boolean namesAThing(Set<String> words, Set<String> parent) {
        if (!any(words, NAME) || any(words, PERSON) || any(words, NAME_OF_PERSON)) {
            return false;
        }
        return any(words, Things.WORDS) || (any(parent, Things.WORDS) && !any(parent, PERSON));
    }

    private static @Nullable IdentifierKind kind(Set<String> words, boolean thing) {
        if (any(words, EMAIL)) {
            return IdentifierKind.EMAIL;
        }
        if (any(words, IP)) {
            return IdentifierKind.IP_ADDRESS;
        }
        if (any(words, PHONE) || (any(words, MOBILE) && any(words, NUMBER))) {
            return IdentifierKind.PHONE;
        }
        if (any(words, ADDRESS) && !any(words, WEB)) {
            return IdentifierKind.ADDRESS;
        }
        if (any(words, BIRTH_DATE) || (any(words, BIRTH) && any(words, DATE))) {
            return IdentifierKind.BIRTH_DATE;
        }
        if (any(words, STUDENT_NUMBER)) {
            return IdentifierKind.STUDENT_NUMBER;
        }
        if (any(words, NIR) || words.containsAll(Set.of("securite", "sociale"))) {
            return IdentifierKind.SOCIAL_SECURITY_NUMBER;
        }
        boolean login = words.equals(Set.of("login")) || words.equals(Set.of("user", "login"));
        boolean affected = words.equals(Set.of("affected", "user")); // a full name in Moodle's logs
        boolean named = any(words, NAME) && !thing;
        return named || login || affected || any(words, NAME_OF_PERSON) ? IdentifierKind.NAME : null;
    }

    /** An IRI as a key, as in xAPI extensions, says what it is about in its last segment. */
    private static String lastSegment(String name) {
        return name.contains("://") ? name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1) : name;
    }
}
