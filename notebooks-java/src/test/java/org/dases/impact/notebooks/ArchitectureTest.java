// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.dases.impact")
class ArchitectureTest {
    @ArchTest
    static final ArchRule notebooksKnowNoOtherModule = noClasses()
            .that()
            .resideInAPackage("..impact.notebooks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..impact.connectors..", "..impact.indicators..", "..impact.jobs..");

    @ArchTest
    static final ArchRule notebooksKnowNoSpark = noClasses()
            .that()
            .resideInAPackage("..impact.notebooks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.delta.tables..", "scala..");
}
