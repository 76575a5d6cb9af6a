// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dases.impact", importOptions = ImportOption.DoNotIncludeTests.class)
final class ConnectorsArchitectureTest {
    @ArchTest
    static final ArchRule connectorsKnowNeitherIndicatorsNorJobs = noClasses()
            .that()
            .resideInAPackage("..connectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..impact.indicators..", "..impact.jobs..", "..impact.notebooks..");

    @ArchTest
    static final ArchRule onlyLandingKnowsSparkAndDelta = noClasses()
            .that()
            .resideInAPackage("..connectors..")
            .and()
            .resideOutsideOfPackage("..connectors.landing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..");

    /** The file connector reads Parquet, whose library takes its files from Hadoop. */
    @ArchTest
    static final ArchRule onlyLandingAndFilesKnowHadoop = noClasses()
            .that()
            .resideInAPackage("..connectors..")
            .and()
            .resideOutsideOfPackages("..connectors.landing..", "..connectors.file..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..");

    @ArchTest
    static final ArchRule decisionsReadNoFilesAndCallNobody = noClasses()
            .that()
            .resideInAnyPackage("..connectors.policy..", "..connectors.odrl..", "..connectors.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..");

    @ArchTest
    static final ArchRule decisionsDoNotAskTheClock = noClasses()
            .that()
            .resideInAnyPackage("..connectors.policy..", "..connectors.odrl..", "..connectors.contract..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    @ArchTest
    static final ArchRule onlyDocumentsKnowHowJsonIsParsed = noClasses()
            .that()
            .resideInAnyPackage("..connectors.policy..", "..connectors.odrl..", "..connectors.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule nobodyLogsThroughTheJdk =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.dases.impact.connectors.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contractsAreReadBeforeTheyAreJudged = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("document")
            .definedBy("..connectors.document..")
            .layer("odrl")
            .definedBy("..connectors.odrl..")
            .layer("contract")
            .definedBy("..connectors.contract..")
            .layer("policy")
            .definedBy("..connectors.policy..")
            .whereLayer("policy")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("policy")
            .whereLayer("odrl")
            .mayOnlyBeAccessedByLayers("contract", "policy");
}
