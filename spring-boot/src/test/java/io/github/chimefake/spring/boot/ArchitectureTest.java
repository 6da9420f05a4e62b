package io.github.chimefake.spring.boot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that docs/architecture.md explains, as far as they concern this module. */
@ArchTag("slow")
@AnalyzeClasses(packagesOf = AutoConfigureChimeMessagingFake.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_MODULE_USES_THE_PUBLIC_API = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.chimefake.internal..", "io.github.chimefake.junit..")
            .because("what is internal may change in any release, and tests of Spring need no extension of the fake");

    @ArchTest
    static final ArchRule OF_SPRING_BOOT_ONLY_AN_EVENT_IS_USED = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.boot..")
                    .and(not(name("org.springframework.boot.context.event.ApplicationReadyEvent"))))
            .because("one binary runs on Spring Boot 3.5 and 4, between which most classes moved");

    @ArchTest
    static final ArchRule JUNIT_IS_USED_ONLY_WHERE_JUNIT_CALLS = noClasses()
            .that()
            .doNotHaveSimpleName("TestConstruction")
            .and()
            .doNotHaveSimpleName("AutoConfigureChimeMessagingFake")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..")
            .because("JUnit 4 and TestNG run tests of Spring, too");
}
