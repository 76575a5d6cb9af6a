// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dases.impact.jobs.lake.Lake;
import picocli.CommandLine.Command;

/** Who may know whom: one direction, no way back. */
@AnalyzeClasses(packages = "org.dases.impact", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
    private static final String GATE = "org.dases.impact.indicators.disclosure";
    private static final String CONNECTORS = "org.dases.impact.connectors..";
    private static final String INDICATORS = "org.dases.impact.indicators..";
    private static final String JOBS = "org.dases.impact.jobs..";
    private static final String NOTEBOOKS = "org.dases.impact.notebooks..";
    private static final String[] SPARK = {"org.apache.spark..", "io.delta.tables..", "io.delta.sql.."};

    @ArchTest
    static final ArchRule connectorsKnowNoIndicatorsJobsOrNotebooks = noClasses()
            .that()
            .resideInAPackage(CONNECTORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INDICATORS, JOBS, NOTEBOOKS);

    @ArchTest
    static final ArchRule indicatorsKnowNoConnectorsJobsOrNotebooks = noClasses()
            .that()
            .resideInAPackage(INDICATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTORS, JOBS, NOTEBOOKS);

    @ArchTest
    static final ArchRule notebooksKnowThePublishedZoneOnly = noClasses()
            .that()
            .resideInAPackage(NOTEBOOKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTORS, INDICATORS, JOBS, "org.apache.spark..");

    @ArchTest
    static final ArchRule connectorsUseSparkInLandingOnly = noClasses()
            .that()
            .resideInAPackage(CONNECTORS)
            .and()
            .resideOutsideOfPackage("..connectors.landing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPARK);

    @ArchTest
    static final ArchRule indicatorsUseSparkInSparkPackagesOnly = noClasses()
            .that()
            .resideInAPackage(INDICATORS)
            .and()
            .resideOutsideOfPackage("..spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPARK);

    @ArchTest
    static final ArchRule indicatorsReadJsonAndYamlInTheCatalogueOnly = noClasses()
            .that()
            .resideInAPackage(INDICATORS)
            .and()
            .resideOutsideOfPackage("..catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule aWorkspaceIsReadWithoutSpark = noClasses()
            .that()
            .resideInAnyPackage("..jobs.workspace..", "..jobs.generate..", "..jobs.observe..", "..jobs.aggregate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPARK);

    /** So a file can hold nothing but what a reader of the published zone sees. */
    @ArchTest
    static final ArchRule theExportKnowsThePublishedZoneOnly = noClasses()
            .that()
            .resideInAPackage("..jobs.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTORS, INDICATORS, "..jobs.lake..", "..jobs.release..", "org.apache.spark..");

    /** So it can only see what every reader sees, and errs by none of the code that it checks. */
    @ArchTest
    static final ArchRule theVerifierSharesNoCodeWithTheGate = noClasses()
            .that()
            .resideInAPackage("..jobs.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTORS, INDICATORS, "..jobs.lake..", "..jobs.release..", "org.apache.spark..");

    /** The parser of arguments looks at the members of commands, so these must not name what is slow to load. */
    @ArchTest
    static final ArchRule commandsHaveNoFieldOfSpark = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Command.class)
            .should()
            .haveRawType(resideInAnyPackage(SPARK));

    @ArchTest
    static final ArchRule commandsHaveNoMethodThatReturnsSpark = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Command.class)
            .should()
            .haveRawReturnType(resideInAnyPackage(SPARK));

    /** Where a published table lies is asked for by the release alone; others know the root only, to read it. */
    @ArchTest
    static final ArchRule onlyTheReleaseWritesPublishedTables = noClasses()
            .that()
            .resideOutsideOfPackage("..jobs.release..")
            .should()
            .callMethod(Lake.class, "published", String.class);

    /** So a rule is understood without the gate that asks it. */
    @ArchTest
    static final ArchRule rulesKnowNoGateAboveThem = noClasses()
            .that()
            .resideInAPackage(GATE + ".rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GATE);

    @ArchTest
    static final ArchRule cellsKnowNeitherRulesNorGate = noClasses()
            .that()
            .resideInAPackage(GATE + ".cells..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GATE + ".rules..", GATE);

    @ArchTest
    static final ArchRule onlyTheReleaseTakesWhatTheGateCleared = noClasses()
            .that()
            .resideInAPackage(JOBS)
            .and()
            .resideOutsideOfPackages("..jobs.release..", "..jobs.aggregate..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(GATE + ".ClearedRelease");
}
