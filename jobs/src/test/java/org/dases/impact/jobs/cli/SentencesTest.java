// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.dases.impact.connectors.landing.PullState;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.screening.IdentifierKind;
import org.dases.impact.jobs.pull.HeldBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Officials read why a contract refuses, and they read it in French. */
class SentencesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The contract has been revoked. | Le contrat a été révoqué.",
                "The contract ended on 2026-06-30T23:59:59Z; it is asked for 2026-07-01T00:00:00Z. | Le contrat a pris fin le"
                        + " 2026-06-30T23:59:59Z ; la demande porte sur le 2026-07-01T00:00:00Z.",
                "Permission 1 of policy 1 (23:9) does not permit to read urn:x: its condition 'or (spatial eq FR; language eq"
                        + " fr)' does not hold for the purpose urn:p at an unknown time; its action 'print' does not include read."
                        + " | Permission 1 de la politique 1 (23:9) ne permet pas : read urn:x ; sa condition « or (spatial eq FR;"
                        + " language eq fr) » n'est pas remplie pour la finalité urn:p, le un moment inconnu ; son action"
                        + " « print » ne comprend pas read.",
                "Table t is not published: dataset d, which it was computed from, may not be published now: The contract has been"
                        + " revoked. Run 'impact compute' again, which leaves the dataset out, or mend the reason. | La table t"
                        + " n'est pas publiée : le jeu de données d, dont elle est calculée, ne peut être publié maintenant : Le"
                        + " contrat a été révoqué. Relancez « impact compute », qui laisse ce jeu de côté, ou corrigez le motif.",
                "The contract has been revoked. We, urn:a, have not signed the contract. | Le contrat a été révoqué. Nous, urn:a,"
                        + " n'avons pas signé le contrat.",
                "Its cube has more than 10000000 cells, one for each combination of periods and dimensions that has a row, and"
                        + " for each of their totals. Leave out level 'uai' and period 'day' (cells that remain: 1200). Or put"
                        + " something coarser in place of it. | Son cube a plus de 10000000 cellules : une par combinaison de"
                        + " périodes et de dimensions qui a une ligne, et une par total. Retirez le niveau « uai » et la période"
                        + " « day » (cellules restantes : 1200). Ou mettez à la place quelque chose de moins fin.",
                "The member 'ex' is not part of ODRL. | Le membre « ex » n'est pas d'ODRL.",
                "table t: a cohort is listed twice; aggregate before the gate | table t : une cohorte est nommée deux fois ;"
                        + " agrégez avant le contrôle",
                "The contract is for the purpose 'urn:p', which no indicator has. | Le contrat vaut pour la finalité 'urn:p',"
                        + " qu'aucun indicateur n'a.",
                "group g: a school or provider alone behind a cell can compute the numerator of a one-sided rate of indicator"
                        + " PR-02 | groupe g : un établissement ou fournisseur seul derrière une cellule peut calculer le numérateur"
                        + " d'un taux en fourchette de l'indicateur PR-02",
                "the gate failed (NullPointerException); nothing is published; see the restricted log and report the fault | le"
                        + " contrôle a échoué (NullPointerException) ; rien n'est diffusé ; voyez le journal restreint et signalez"
                        + " le défaut",
                "column 'courriel' holds e-mail addresses, as its name says | la colonne « courriel » contient des adresses"
                        + " électroniques, comme son nom l'indique",
                "no such sentence | no such sentence",
            })
    void saysTheSameInFrench(String english, String french) {
        assertThat(Sentences.in(Locale.FRENCH).said(english)).isEqualTo(french);
        assertThat(Sentences.in(Locale.ENGLISH).said(english)).isEqualTo(english);
    }

    @ParameterizedTest
    @EnumSource
    void saysInFrenchWhichColumnsNamePersons(IdentifierKind kind) {
        for (Finding.Evidence evidence : Finding.Evidence.values()) {
            Finding finding = new Finding("mel", kind, evidence);

            assertThat(Sentences.in(Locale.FRENCH).said(finding.sentence()))
                    .startsWith("la colonne « mel » contient des ")
                    .doesNotContain(kind.plural())
                    .doesNotContainPattern(Called.ENGLISH);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "BEGUN", "STOPPED"})
    void saysInFrenchWhyADatasetIsHeldBack(PullState.Standing standing) {
        HeldBack held = HeldBack.of("notes", new PullState(standing, 1, new TreeSet<>()))
                .orElseThrow();

        assertThat(Sentences.in(Locale.FRENCH).said(held.reason()))
                .startsWith("Son dernier tirage ")
                .contains("ancez « impact pull »")
                .doesNotContainPattern(Called.ENGLISH);
    }

    /** Each refuses or warns for another reason. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'permission': []",
                "'permission': [{'target': 'urn:x', 'action': 'print'}]",
                "'permission': [{'target': 'urn:y', 'action': 'read'}]",
                "'permission': [{'action': 'read', 'assignee': 'urn:bob'}]",
                "'permission': [{'action': 'teleport'}]",
                "'permission': [{'target': {'@type': 'AssetCollection', '@id': 'urn:c'}, 'action': 'read'}]",
                "'permission': [{'action': 'read', 'constraint': {'leftOperand': 'spatial', 'operator': 'eq', 'rightOperand': 'FR'}}]",
                "'permission': [{'action': 'read', 'constraint': {'leftOperand': 'spatial', 'operator': 'like', 'rightOperand': 'FR'}}]",
                "'permission': [{'action': 'read', 'constraint': {'leftOperand': 'purpose', 'operator': 'eq', 'rightOperand': 'FR'}}]",
                "'permission': [{'action': 'read', 'constraint': {'leftOperand': 'minCohortSize', 'operator': 'gteq', 'rightOperand': 'dix'}}]",
                "'permission': [{'action': 'read', 'constraint': {'and': []}}]",
                "'permission': [{'action': 'read', 'constraint': null}]",
                "'permission': [{'action': 'read', 'duty': {'action': 'compensate'}}]",
                "'permission': [{'action': 'read', 'unknown': 1}]",
                "'permission': [{'action': 'use'}], 'prohibition': [{'action': 'read'}]",
                "'permission': [{'action': 'use'}], 'prohibition': [{'action': 'teleport'}]",
                "'permission': [{'action': 'use'}], 'obligation': [{'action': 'compensate'}]",
                "'permission': [{'action': 'use'}], 'prohibitions': []",
                "'permission': [{'action': 'use'}], 'profile': 'urn:mine'",
                "'permission': [{'action': 'use'}], 'inheritFrom': 'urn:parent'",
                "'conflict': 'invalid', 'permission': [{'action': 'use'}], 'prohibition': [{'action': 'print'}]",
                "'@type': 'Request', 'permission': [{'action': 'use'}]",
            })
    void leavesNoEnglishInWhatAPolicyAnswersAndInItsFindings(String members) throws IOException {
        String policy = file("policy.json", "{'uid': 'urn:p', " + members + "}");
        String request = file("request.json", "{'action': 'read', 'target': 'urn:x', 'purpose': 'urn:research'}");

        Called answer = Called.with("contracts", "explain", "--lang", "fr", "--policy", policy, "--request", request);
        Called findings = Called.with("contracts", "lint", "--lang", "fr", "--policy", policy);

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err() + findings.err()).isEmpty();
        assertThat(answer.out() + findings.out()).doesNotContainPattern(Called.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'permission':",
                "[]",
                "{'hello': 1}",
                "{'@context': 'https://evil.example/c', 'permission': []}"
            })
    void saysInFrenchWhyAPolicyCannotBeRead(String document) throws IOException {
        String request = file("request.json", "{'action': 'read', 'target': 'urn:x'}");
        Called called = Called.with(
                "contracts",
                "explain",
                "--lang",
                "fr",
                "--policy",
                file("policy.json", document),
                "--request",
                request);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("policy.json:1:").doesNotContainPattern(Called.ENGLISH);
    }

    /** What the gate refuses for, as its classes word it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "table t is submitted twice; join its cohorts into one table",
                "table t: indicator i is listed twice; list each indicator once",
                "table t: a cohort has not one node per axis; give every cohort a node on each axis",
                "table t: a cohort has a tally of an indicator that is no series of the table",
                "table t: the codes of axis a are pseudonyms, and would be printed; leave the dimension out, or map its column to"
                        + " something that many learners have in common",
                "table t: indicator i has a value that is no finite number; repair its formula",
                "table t: indicator i has a negative number of contributors",
                "table t: indicator i is a rate whose sides were not counted",
                "table t: indicator i does not nest on axis a: a cohort has other contributors than its parts; give contributors"
                        + " without a code a code of their own",
                "table t: a cohort has no finer cohorts on axis a although the axis goes on there; submit the whole cube",
                "the 12 cohorts of the tables need more memory than the 512 MiB that Java has; nothing is published; give it more"
                        + " (-Xmx), or drop a dimension or its finest level",
                "table t: zeros are withheld, but its codes have more than 4000000 combinations, too many to list all; publish"
                        + " zeros or drop a dimension",
                "group g: a withheld cell can be computed from printed ones",
                "group g: an unsafe cell can be bounded below the threshold, or told by a school or provider alone behind another"
                        + " one, or there is no proof that it cannot",
                "group g: an unsafe cell can be computed from printed ones of several tables",
                "group g: a group of which few came or went since an earlier release can be computed",
                "group g: a school or provider alone behind a withheld cell can compute an unsafe one",
                "group g: the numerator of a one-sided rate of indicator i can be computed",
                "group g: a small difference to a larger population of indicator i can be computed",
                "group g: a school or provider alone behind a cell can compute a small difference to a larger population of"
                        + " indicator i",
                "two printed numbers of persons, the one among the other, differ by a small group: indicators i and j",
                "parts of a whole share a small group, as their printed numbers tell: indicator i",
                "three printed numbers of persons tell a small group together: indicators h, i and j",
                "Table t shows 'sector' with codes that stand below several others, and table u shows it of the same people, but"
                        + " not below the same columns: the one could tell what the other withholds. Show 'sector' below the"
                        + " same columns in both, or in a dimension of its own in both.",
                "freq is too large. Write a whole number from 0 to 1000000000000.",
                "Table t: nearly each code of 'c' is of one person alone, so that the codes, which are printed, may name persons."
                        + " Leave the dimension out, or map its column to something that many persons have in common.",
                "Table t shows 'c' and table u shows 'd' of the same people, and in the data some codes of the one make up some"
                        + " of the other, or nearly: whoever knows which would compute what one of the tables withholds. Put"
                        + " both columns into one table, or into one dimension of the table that shows the finer one.",
            })
    void saysInFrenchWhyTheGateRefuses(String reason) {
        String french = Sentences.in(Locale.FRENCH).said(reason);
        assertThat(french)
                .doesNotContainPattern(Called.ENGLISH)
                .doesNotContainPattern("\\b(can be|a cell|parts|leave)\\b");
    }

    /** What picocli says; its words may change with its version. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gate | il manque les arguments 'FILE.csv', 'HIER.json'
            gate a --k 9 --out b | il manque l'argument 'HIER.json'
            gate a | il manque les options et arguments '--k=N', '--out=OUT.csv', 'HIER.json'
            gate a b --out c | il manque l'option '--k=N'
            gate a b | il manque les options '--k=N', '--out=OUT.csv'
            gate a b --k | il manque une valeur à l'option '--k' (N)
            gate a b --out --k 10 | il manque une valeur à l'option '--out', suivie de '--k'
            gate a b --k ten | l'option '--k' : 'ten' n'est pas un nombre entier entre 5 et 10000000
            gate a b --schools ten | l'option '--schools' : 'ten' n'est pas un nombre entier admis ici
            gate a b --zeros hide | l'option '--zeros' : 'hide' n'est pas une des valeurs PUBLISH, WITHHOLD (majuscules ou minuscules)
            gate a b --k 9 --k 8 | l'option '--k' (N) est donnée plus d'une fois
            gate a b c --k 9 --out d | argument en trop ou inconnu : 'c'
            gate a b c d --k 9 --out e | arguments en trop ou inconnus : 'c', 'd'
            gate a b --kk --k 9 --out c | option inconnue : '--kk'
            gate a b --kk --kkk --k 9 --out c | options inconnues : '--kk', '--kkk'
            releases | il manque une sous-commande
            export w --format excelfr | l'option '--format' (FORMAT) : il n'y a pas de format « excelfr » (plutôt « excel-fr » ?) ; il y a : csv, excel-fr
            releases diff x | FROM : 'x' n'est pas un nombre entier admis ici
            """)
    void saysInFrenchWhatIsWrongWithArguments(String asked, String french) {
        List<String> args = new ArrayList<>(List.of(asked.strip().split(" ")));
        args.add(1, "--lang=fr");
        Called called = Called.with(args.toArray(String[]::new));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err().lines().findFirst()).hasValue("La commande n'a pas été comprise : " + french);
    }

    @Test
    void leavesNamesAsTheyAre() {
        Messages messages = Messages.in(Locale.FRENCH);
        assertThat(messages.heading("provider")).isEqualTo("fournisseur");
        assertThat(messages.said("provider", "provider")).isEqualTo("provider");
        assertThat(messages.said("provider", "several")).isEqualTo("plusieurs");
        assertThat(messages.said("rule", "permission 1 of the agreement")).isEqualTo("permission 1 de l'accord");
        assertThat(messages.said("targets", "members of urn:c")).isEqualTo("membres de urn:c");
    }

    @Test
    void tellsMachinesTheSameInEachLanguage() throws IOException {
        String policy = file("policy.json", "{'permission': []}");
        String request = file("request.json", "{'action': 'read', 'target': 'urn:x'}");
        List<String> asked =
                List.of("contracts", "explain", "--json", "--policy", policy, "--request", request, "--lang");

        assertThat(called(asked, "fr").out()).isEqualTo(called(asked, "en").out());
    }

    private static Called called(List<String> arguments, String language) {
        List<String> all = new java.util.ArrayList<>(arguments);
        all.add(language);
        return Called.with(all.toArray(String[]::new));
    }

    private String file(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json.replace('\'', '"'), StandardCharsets.UTF_8)
                .toString();
    }
}
