// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNameTest {

    @ParameterizedTest
    @CsvSource({
        "nom,NAME",
        "NOM,NAME",
        "Prénom,NAME",
        "nom_eleve,NAME",
        "nom_usage,NAME",
        "nom_du_directeur_etablissement,NAME",
        "name,NAME",
        "firstName,NAME",
        "LASTNAME,NAME",
        "first_name,NAME",
        "ApplicantName,NAME",
        "User full name,NAME",
        "Affected user,NAME",
        "student_course_name,NAME",
        "Patronyme,NAME",
        "username,NAME",
        "email,EMAIL",
        "e-mail,EMAIL",
        "E_Mail_Parent,EMAIL",
        "courriel,EMAIL",
        "adresse mél,EMAIL",
        "Adresse e-mail,EMAIL",
        "Téléphone,PHONE",
        "tel_mobile,PHONE",
        "Phone1,PHONE",
        "numero_portable,PHONE",
        "Adresse_1,ADDRESS",
        "home address,ADDRESS",
        "IP,IP_ADDRESS",
        "IPAddress,IP_ADDRESS",
        "adresse_ip,IP_ADDRESS",
        "https://example.org/extensions/ip-address,IP_ADDRESS",
        "date_naissance,BIRTH_DATE",
        "Date de naissance,BIRTH_DATE",
        "birthDate,BIRTH_DATE",
        "DOB,BIRTH_DATE",
        "INE,STUDENT_NUMBER",
        "num_ine,STUDENT_NUMBER",
        "NIR,SOCIAL_SECURITY_NUMBER",
        "n° sécurité sociale,SOCIAL_SECURITY_NUMBER"
    })
    void saysWhatIdentifies(String name, IdentifierKind kind) {
        assertThat(ColumnName.of(name, "").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id_student",
                "code_module",
                "ips",
                "ecart_type_de_l_ips",
                "solution_name",
                "nom_de_l_etablissement",
                "nom_de_l_etablissment",
                "Nom de l'établissement",
                "Nom_commune",
                "nom_circonscription",
                "Event name",
                "SessionName",
                "file_name",
                "account.name",
                "nom_fichier",
                "email_hash",
                "mbox_sha1sum",
                "name_sha256",
                "nb_mails",
                "emails_sent",
                "has_email",
                "site_url_address",
                "birth_year",
                "annee_naissance",
                "RemoteStudent",
                "mobile",
                "last_login",
                "denomination",
                "determine",
                "medicine",
                "hotel",
                "nominal",
                "learner_pid",
                "skip",
                "telecommunications"
            })
    void passesLookAlikes(String name) {
        assertThat(ColumnName.of(name, "").kind()).isNull();
    }

    @Test
    void judgesABareNameByTheKeyAboveIt() {
        assertThat(ColumnName.of("name", "definition").kind()).isNull();
        assertThat(ColumnName.of("name", "account").kind()).isNull();
        assertThat(ColumnName.of("name", "actor").kind()).isEqualTo(IdentifierKind.NAME);
        assertThat(ColumnName.of("name", "instructor").kind()).isEqualTo(IdentifierKind.NAME);
        assertThat(ColumnName.of("name", "").kind()).isEqualTo(IdentifierKind.NAME);
    }
}
