// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.List;

@AnalyzeClasses(packages = "org.dases.impact.indicators", importOptions = ImportOption.DoNotIncludeTests.class)
class OnlyTheGateClearsTest {
    @ArchTest
    static final ArchRule releasesHaveNoOpenConstructor =
            constructors().that().areDeclaredIn(ClearedRelease.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nobodyElseMakesARelease = noClasses()
            .that()
            .resideOutsideOfPackage("..indicators.disclosure")
            .should()
            .callConstructor(ClearedRelease.class, List.class, Certificate.class);

    /** Parts of a table may travel, but the gate sends nothing by itself. */
    @ArchTest
    static final ArchRule theGateIsPureJava = noClasses()
            .that()
            .resideInAPackage("..indicators.disclosure..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.apache..",
                            "io.delta..",
                            "com.fasterxml..",
                            "java.io..",
                            "java.nio.file..",
                            "java.net..")
                    .and(not(type(Serializable.class))));

    @ArchTest
    static final ArchRule theAttackerSharesNoCodeWithTheSuppression = noClasses()
            .that()
            .resideInAPackage("..disclosure.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..disclosure.cells..",
                    "..disclosure.rules..",
                    "..disclosure.elimination..",
                    "..disclosure.earlier..",
                    "..disclosure.printed..",
                    "..indicators.disclosure");

    @ArchTest
    static final ArchRule roomsKnowNothingOfTheGate = noClasses()
            .that()
            .resideInAPackage("..indicators.disclosure.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..indicators.disclosure");

    @ArchTest
    static final ArchRule noTwoRoomsKnowEachOther =
            slices().matching("..indicators.disclosure.(*)..").should().beFreeOfCycles();
}
