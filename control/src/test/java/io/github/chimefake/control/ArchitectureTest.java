package io.github.chimefake.control;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that docs/architecture.md explains, as far as they concern this module. */
@ArchTag("slow")
@AnalyzeClasses(
        packages = {"io.github.chimefake.control", "io.github.chimefake.internal.control"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "io.github.chimefake.internal.control";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_KNOWS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + ".server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.net.httpserver..")
            .because("routes are the same on any server");

    @ArchTest
    static final ArchRule ROUTES_AND_SCHEMAS_KNOW_NO_FAKE = noClasses()
            .that()
            .resideInAnyPackage(
                    INTERNAL + ".schema..", INTERNAL + ".route..", INTERNAL + ".openapi..", INTERNAL + ".server..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.chimefake")
                    .or(resideInAPackage("io.github.chimefake.state.."))
                    .or(resideInAPackage("io.github.chimefake.internal.server.."))
                    .or(resideInAPackage("io.github.chimefake.internal.messaging..")))
            .because("what a route is does not depend on what it does");

    @ArchTest
    static final ArchRule ONLY_THE_BUILDER_MAKES_SOMETHING_INTERNAL = noClasses()
            .that()
            .resideInAPackage("io.github.chimefake.control")
            .and()
            .doNotHaveSimpleName("ChimeControlBuilder")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.chimefake.internal..")
            .because("what is internal may change in any release");

    @ArchTest
    static final ArchRule NEITHER_A_TEST_FRAMEWORK_NOR_WIREMOCK_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.junit..", "org.assertj..", "com.github.tomakehurst..", "wiremock..", "org.pcollections..")
            .because("the standalone server has none, and WireMock has a package of its own");

    @ArchTest
    static final ArchRule A_NOUN_HAS_A_CLASS_THAT_IS_NOT_PUBLIC = classes()
            .that()
            .resideInAPackage(INTERNAL + ".api")
            .and()
            .haveSimpleNameEndingWith("Routes")
            .and()
            .doNotHaveSimpleName("ControlRoutes")
            .should()
            .notBePublic();
}
