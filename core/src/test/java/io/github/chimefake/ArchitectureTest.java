package io.github.chimefake;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The rules between the rooms, which docs/architecture.md explains. */
@AnalyzeClasses(packages = "io.github.chimefake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.github.chimefake";
    private static final String SDK = BASE + ".sdk";
    private static final String CALL = BASE + ".call";
    private static final String PROTOCOL = BASE + ".protocol";
    private static final String JSON = BASE + ".json";
    private static final String FAULT = BASE + ".fault";
    private static final String IAM = BASE + ".iam";
    private static final String ACCESS = BASE + ".access";
    private static final String LEAST_PRIVILEGE = BASE + ".leastprivilege";
    private static final String THROTTLE = BASE + ".throttle";
    private static final String CONSISTENCY = BASE + ".consistency";
    private static final String SERVICE = BASE + ".service";
    private static final String IDENTITY = BASE + ".identity";
    private static final String MESSAGING = BASE + ".messaging";
    private static final String JOURNAL = BASE + ".journal";
    private static final String GATEWAY = BASE + ".gateway";
    private static final String WIREMOCK = BASE + ".wiremock";
    private static final String ASSERTJ = BASE + ".assertj";

    private static ArchRule room(String room, String... mayUse) {
        String[] others = Stream.of(
                        BASE,
                        SDK,
                        CALL,
                        PROTOCOL,
                        JSON,
                        FAULT,
                        IAM,
                        ACCESS,
                        LEAST_PRIVILEGE,
                        THROTTLE,
                        CONSISTENCY,
                        SERVICE,
                        IDENTITY,
                        MESSAGING,
                        JOURNAL,
                        GATEWAY,
                        WIREMOCK,
                        ASSERTJ)
                .filter(other -> !other.equals(room) && !Arrays.asList(mayUse).contains(other))
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage(room).should().dependOnClassesThat(resideInAnyPackage(others));
    }

    @ArchTest
    static final ArchRule SDK_VERSIONS_STAND_ALONE =
            room(SDK).because("the check must run where the rest of the fake cannot be loaded");

    @ArchTest
    static final ArchRule CALL_IS_THE_VOCABULARY =
            room(CALL).because("everything else is said in these words, so they can lean on nothing");

    @ArchTest
    static final ArchRule JSON_STANDS_ALONE =
            room(JSON, SDK).because("it is a replaceable piece, used by wire and policies alike");

    @ArchTest
    static final ArchRule IAM_IS_PURE =
            room(IAM, JSON).because("policies are simulated without a server, and for services other than Chime");

    @ArchTest
    static final ArchRule PROTOCOL_KNOWS_NO_BEHAVIOUR =
            room(PROTOCOL, CALL, JSON).because("how a call is written says nothing about whether it is allowed");

    @ArchTest
    static final ArchRule FAULTS_KNOW_NO_SERVICE =
            room(FAULT, CALL).because("a fault strikes whatever the service would have done");

    @ArchTest
    static final ArchRule ACCESS_KNOWS_NO_SERVICE = room(ACCESS, CALL, IAM)
            .because("IAM acts on callers and the service's roles on users, and the two are never to be confused");

    @ArchTest
    static final ArchRule LEAST_PRIVILEGE_ONLY_LISTENS = room(LEAST_PRIVILEGE, ACCESS, CALL, IAM, JSON)
            .because("it adds up what access let pass and changes nothing about it");

    @ArchTest
    static final ArchRule SERVICES_SHARE_WHAT_THEY_ARE_WRITTEN_WITH =
            room(SERVICE, CALL).because("pages, ids, tokens and quotas mean the same whatever is listed or counted");

    @ArchTest
    static final ArchRule IDENTITY_KNOWS_NO_MESSAGING = room(IDENTITY, CALL, SERVICE)
            .because("messaging stands on the directory, and the directory would be the same without messaging");

    @ArchTest
    static final ArchRule THE_SERVICE_KNOWS_NO_ACCESS = room(MESSAGING, CALL, JSON, CONSISTENCY, SERVICE, IDENTITY)
            .because("IAM acts on callers and the service's roles on users, and the two are never to be confused");

    @ArchTest
    static final ArchRule RATE_LIMITS_ONLY_COUNT =
            room(THROTTLE, CALL).because("a limit counts calls and knows nothing of what they do");

    @ArchTest
    static final ArchRule CONSISTENCY_KNOWS_NO_STATE =
            room(CONSISTENCY, CALL).because("how long a write stays unseen says nothing about what was written");

    @ArchTest
    static final ArchRule THE_JOURNAL_ONLY_LISTENS =
            room(JOURNAL, CALL).because("it notes what was decided and decides nothing");

    @ArchTest
    static final ArchRule THE_GATEWAY_KNOWS_NO_WIREMOCK = room(
                    GATEWAY, CALL, PROTOCOL, FAULT, ACCESS, THROTTLE, IDENTITY, MESSAGING, JOURNAL)
            .because("the gates must stand behind another HTTP server as well");

    @ArchTest
    static final ArchRule WIREMOCK_ONLY_TRANSLATES = room(WIREMOCK, GATEWAY, CALL)
            .because("it turns requests and answers around and knows nothing else of ours");

    @ArchTest
    static final ArchRule ASSERTIONS_READ_THE_JOURNAL =
            room(ASSERTJ, BASE, JOURNAL, CALL).because("an assertion about anything else would rest on internals");

    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CYCLE = slices().matching(BASE + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that can be left only through itself cannot be changed alone");

    @ArchTest
    static final ArchRule WIREMOCK_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage(WIREMOCK)
            .should()
            .dependOnClassesThat(resideInAPackage("com.github.tomakehurst.."))
            .because("one binary must run on every WireMock, and only one room needs to be looked at for that");

    @ArchTest
    static final ArchRule NOTHING_OF_WIREMOCKS_OWN_CLASS_PATH = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "wiremock..", "org.eclipse.jetty..", "com.fasterxml..", "tools.jackson..", "com.google.common.."))
            .because(
                    "the standalone artifact relocates them and the thin ones do not, so a name of theirs fits only one");

    @ArchTest
    static final ArchRule ASSERTJ_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage(ASSERTJ)
            .should()
            .dependOnClassesThat(resideInAPackage("org.assertj.."))
            .because("AssertJ is optional at run time");

    @ArchTest
    static final ArchRule THE_STATE_HOLDS_NOTHING_OF_THE_OPTIONAL_SDK = noClasses()
            .that(resideInAnyPackage(IDENTITY, SERVICE)
                    .and(not(assignableTo(IDENTITY + ".Handler")))
                    .and(not(nameMatching(".*\\.identity\\.\\w*Views"))))
            .or()
            .resideInAnyPackage(MESSAGING, GATEWAY, PROTOCOL, FAULT, ACCESS, THROTTLE, CONSISTENCY, JOURNAL)
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.chimesdkidentity.."))
            .because("the SDK's identity module is optional, and without it everything else still runs");

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_THE_JSON_PARSER = noClasses()
            .that(resideInAPackage(BASE + "..").and(not(nameMatching(".*\\.JsonReader(\\$.*)?"))))
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.thirdparty.."))
            .because("the SDK may move the parser that it carries, and then one file changes");

    @ArchTest
    static final ArchRule NO_JUNIT = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j.."))
            .because("the fake serves other test frameworks and programs that are no tests");

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("two fakes in one JVM must not see each other");

    @ArchTest
    static final ArchRule ROOMS_ARE_NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .because("no public signature takes or returns null");
}
