// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.screening;

import java.util.Set;

/** Words of things that have names without being persons, in French and English. */
final class Things {
    /** {@code etablissment} is how files of the ministry spell it. */
    static final Set<String> WORDS = Words.set(
            // schools and places
            "etablissement etablissment etab ecole college lycee universite university school academie academy region"
                    + " departement department commune ville city pays country canton circonscription bassin quartier"
                    + " institution institutions uai"
                    // what is taught
                    + " course cours module unit unite lesson lecon chapter chapitre sequence section session subject"
                    + " discipline matiere programme program formation diplome degree filiere track level niveau"
                    + " classe class group groupe team equipe cohort cohorte skill competence framework referentiel"
                    // what is opened and done
                    + " event evenement file fichier folder document resource ressource page video audio media image"
                    + " quiz test exam examen epreuve assessment evaluation activity activite exercise exercice"
                    + " question item task tache assignment devoir forum badge verb action object definition"
                    // who offers it, and with what
                    + " solution product produit editeur publisher provider fournisseur platform plateforme"
                    + " application app tool outil service system systeme component composant company entreprise"
                    + " organisation organization organisme partner partenaire project projet space espace device"
                    + " appareil browser navigateur os host hote server domain domaine package version feature"
                    // data themselves; an account's name is an identifier that becomes a pseudonym
                    + " field champ column colonne table dataset variable key metric indicator indicateur category"
                    + " categorie tag label context account compte measure mesure");

    private Things() {}
}
