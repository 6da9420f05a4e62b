package io.github.chimefake.junit.jupiter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that docs/architecture.md explains, as far as they concern the extension. */
@AnalyzeClasses(packagesOf = ChimeMessagingFake.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_EXTENSION_USES_THE_PUBLIC_API = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.chimefake.internal..")
            .because("what is internal may change in any release, and the extension must run with a later core, too");

    @ArchTest
    static final ArchRule SPRING_IS_KNOWN_BY_NAME = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("Spring is no dependency, and only a class of that name is on the class path of the tests");
}
