package io.github.chimefake.junit.jupiter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** The rules that docs/architecture.md explains, as far as they concern the extension. */
@AnalyzeClasses(packagesOf = ChimeMessagingFake.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "io.github.chimefake.junit.jupiter.internal";

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

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching(INTERNAL + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("each package stands on those below it");

    private static final int MOST_TYPES = 25;

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> types = classes.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

        assertThat(types)
                .as("top-level types of each package; a package with more has more than one purpose")
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }
}
