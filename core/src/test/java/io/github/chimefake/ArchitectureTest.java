package io.github.chimefake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.chimefake.internal.access.signature.AuthorizationReader;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.QueryString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules between the groups, which docs/architecture.md explains. */
@AnalyzeClasses(
        packages = "io.github.chimefake",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTls.class})
class ArchitectureTest {
    /** Leaves out the artifact {@code tls}, which only the tests have. */
    static final class WithoutTls implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.matches(Pattern.compile(".*/io/github/chimefake/(internal/)?tls/.*"));
        }
    }

    private static final String BASE = "io.github.chimefake";
    private static final String INTERNAL = BASE + ".internal";

    /** A package in {@code internal} with the public packages that show what is in it. */
    private record PackageGroup(String name, List<String> publicPackages) {
        private PackageGroup(String name, String... publicPackages) {
            this(name, List.of(publicPackages));
        }

        private String[] packages() {
            return Stream.concat(
                            Stream.of(internal()),
                            publicPackages.stream().map(publicPackage -> BASE + "." + publicPackage))
                    .toArray(String[]::new);
        }

        private String internal() {
            return INTERNAL + "." + name + "..";
        }

        private DescribedPredicate<JavaClass> classes() {
            return resideInAnyPackage(packages());
        }
    }

    private static final PackageGroup SDK = new PackageGroup("sdk");
    private static final PackageGroup TEXT = new PackageGroup("text");
    private static final PackageGroup ARN = new PackageGroup("arn");
    private static final PackageGroup HTTP = new PackageGroup("http");
    private static final PackageGroup EXCHANGE = new PackageGroup("exchange");
    private static final PackageGroup FILTER = new PackageGroup("filter");
    private static final PackageGroup WEBSOCKET = new PackageGroup("websocket");
    private static final PackageGroup LIFETIME = new PackageGroup("lifetime");
    private static final PackageGroup PROTOCOL = new PackageGroup("protocol");
    private static final PackageGroup JSON = new PackageGroup("json");
    private static final PackageGroup FAULTS = new PackageGroup("faults", "faults");
    private static final PackageGroup FAILURES = new PackageGroup("failures", "failures");
    private static final PackageGroup IAM = new PackageGroup("iam", "iam");
    private static final PackageGroup ACCESS = new PackageGroup("access", "permissions", "credentials");
    private static final PackageGroup LEAST_PRIVILEGE = new PackageGroup("leastprivilege", "leastprivilege");
    private static final PackageGroup RATES = new PackageGroup("rates", "rates");
    private static final PackageGroup STS = new PackageGroup("sts");
    private static final PackageGroup CONSISTENCY = new PackageGroup("consistency", "consistency");
    private static final PackageGroup CONSTRAINTS = new PackageGroup("constraints");
    private static final PackageGroup COMMON = new PackageGroup("common", "quotas");
    private static final PackageGroup DIRECTORY = new PackageGroup("directory");
    private static final PackageGroup OPERATIONS = new PackageGroup("operations");
    private static final PackageGroup IDENTITY = new PackageGroup("identity");
    private static final PackageGroup BACKGROUND = new PackageGroup("background");
    private static final PackageGroup EVENTS = new PackageGroup("events", "events");
    private static final PackageGroup MESSAGING = new PackageGroup("messaging", "flows");
    private static final PackageGroup JOURNAL = new PackageGroup("journal", "journal");
    private static final PackageGroup SETUP = new PackageGroup("setup");
    private static final PackageGroup STATE = new PackageGroup("state", "state");
    private static final PackageGroup GATEWAY = new PackageGroup("gateway");
    private static final PackageGroup WIREMOCK = new PackageGroup("wiremock");
    private static final PackageGroup CLIENTS = new PackageGroup("clients");
    private static final PackageGroup STREAMS = new PackageGroup("streams", "streams");
    private static final PackageGroup ACTORS = new PackageGroup("actors", "actors");

    private static final PackageGroup SESSIONS = new PackageGroup("sessions");
    private static final PackageGroup SOCKET_FAULTS = new PackageGroup("socketfaults", "sessions");
    private static final PackageGroup SESSION_CLIENT = new PackageGroup("session", "session");

    private static final PackageGroup SWEEP = new PackageGroup("sweep", "sweep");

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(BASE + "..");
    private static final DescribedPredicate<JavaClass> ASSERTJ = resideInAPackage(BASE + ".assertj");
    private static final DescribedPredicate<JavaClass> SCENARIOS = resideInAPackage(BASE + ".scenarios");

    private static final Pattern BASIC_TYPES = Pattern.compile(
            "io\\.github\\.chimefake\\.(ChannelBuilder|ChannelRole|ChimeAppInstance|ChimeCaller|ChimeChannel"
                    + "|ChimeError|ChimeService|ChimeUser|Experimental|Layer|Operation|OperationGroup|Provenance|Registration"
                    + "|UnusedSetup"
                    + "|journal\\.(ErrorResponse|RecordedCall\\$ConnectionFault))(\\$.*)?");

    /** What everything is said in: calls, ARNs and filters, and the public types that say which calls and which errors. */
    private static final DescribedPredicate<JavaClass> BASIC_PACKAGES = ARN.classes()
            .or(TEXT.classes())
            .or(HTTP.classes())
            .or(EXCHANGE.classes())
            .or(FILTER.classes())
            .or(LIFETIME.classes())
            .or(SDK.classes())
            .or(describe(
                    "words",
                    type -> BASIC_TYPES
                            .matcher(type.getBaseComponentType().getName())
                            .matches()));

    /** A group that stands alone but for these. */
    private static ArchRule apart(PackageGroup group, PackageGroup... mayUse) {
        return only(group.classes(), group.classes(), mayUse);
    }

    /** A group that may use the vocabulary and these. */
    private static ArchRule group(PackageGroup group, PackageGroup... mayUse) {
        return only(group.classes(), group.classes().or(BASIC_PACKAGES), mayUse);
    }

    private static ArchRule only(
            DescribedPredicate<JavaClass> group, DescribedPredicate<JavaClass> always, PackageGroup... mayUse) {
        DescribedPredicate<JavaClass> known = always;
        for (PackageGroup other : mayUse) {
            known = known.or(other.classes());
        }
        return noClasses().that(group).should().dependOnClassesThat(OURS.and(not(known)));
    }

    @ArchTest
    static final ArchRule SDK_VERSIONS_STAND_ALONE =
            apart(SDK).because("the check must run where the rest of the fake cannot be loaded");

    @ArchTest
    static final ArchRule TEXTS_STAND_ALONE =
            apart(TEXT).because("messages of every package are shortened and compared with it");

    @ArchTest
    static final ArchRule THE_WEBSOCKET_SERVER_STANDS_ALONE =
            apart(WEBSOCKET).because("it carries texts and knows nothing of who sends them to whom");

    @ArchTest
    static final ArchRule BASIC_PACKAGES_USE_ONLY_EACH_OTHER = only(BASIC_PACKAGES, BASIC_PACKAGES)
            .because("everything else is said in these words, so they can lean on nothing");

    @ArchTest
    static final ArchRule JSON_STANDS_ALONE =
            apart(JSON, SDK, TEXT).because("it is a replaceable piece, used by wire and policies alike");

    @ArchTest
    static final ArchRule IAM_IS_PURE = apart(IAM, JSON, TEXT)
            .because("policies are simulated without a server, and for services other than Chime");

    @ArchTest
    static final ArchRule PROTOCOL_KNOWS_NO_BEHAVIOR = group(PROTOCOL, JSON, CONSTRAINTS)
            .because("how a call is written says nothing about whether it is allowed");

    @ArchTest
    static final ArchRule CONSTRAINTS_ARE_A_TABLE =
            group(CONSTRAINTS, COMMON).because("a row says what is valid and knows nothing of who checks it");

    @ArchTest
    static final ArchRule FAULTS_DO_NOT_KNOW_THE_SERVICES =
            group(FAULTS, SOCKET_FAULTS, EVENTS).because("a fault applies whatever the service would have done");

    @ArchTest
    static final ArchRule FAILURES_ARE_A_TABLE = only(
                    FAILURES.classes(),
                    FAILURES.classes().or(BASIC_PACKAGES).or(equivalentTo(ChimeMessagingServer.class)),
                    FAULTS)
            .because("a row says what goes wrong in production, and a fault makes it do so");

    @ArchTest
    static final ArchRule ACCESS_KNOWS_NO_SERVICE = group(ACCESS, IAM)
            .because("IAM acts on callers and the service's roles on users, and the two are never to be confused");

    @ArchTest
    static final ArchRule LEAST_PRIVILEGE_ONLY_LISTENS = group(LEAST_PRIVILEGE, ACCESS, IAM, JSON)
            .because("it adds up what access allowed and changes nothing about it");

    @ArchTest
    static final ArchRule SERVICES_SHARE_WHAT_THEY_ARE_WRITTEN_WITH =
            group(COMMON).because("pages, ids, tokens and quotas mean the same whatever is listed or counted");

    @ArchTest
    static final ArchRule THE_DIRECTORY_KNOWS_NO_OPERATION = group(DIRECTORY, COMMON)
            .because("both services stand on it, and it would be the same whatever they do with it");

    @ArchTest
    static final ArchRule OPERATIONS_ARE_WRITTEN_ALIKE = group(OPERATIONS, COMMON, DIRECTORY)
            .because("a command is applied and a request is recognized in the same way in both services");

    @ArchTest
    static final ArchRule IDENTITY_KNOWS_NO_MESSAGING = group(IDENTITY, CONSTRAINTS, COMMON, DIRECTORY, OPERATIONS)
            .because("messaging stands on the directory, and the directory would be the same without messaging");

    @ArchTest
    static final ArchRule THE_SERVICE_KNOWS_NO_ACCESS = group(
                    MESSAGING, BACKGROUND, EVENTS, JSON, CONSISTENCY, CONSTRAINTS, COMMON, DIRECTORY, OPERATIONS)
            .because("IAM acts on callers and the service's roles on users, and the two are never to be confused");

    @ArchTest
    static final ArchRule THE_STATE_ONLY_SHOWS = group(STATE, MESSAGING, DIRECTORY, COMMON, ACCESS, IAM, JSON)
            .because("it converts what services and callers hold, and changes nothing about it");

    @ArchTest
    static final ArchRule RATE_LIMITS_ONLY_COUNT =
            group(RATES).because("a limit counts calls and knows nothing of what they do");

    @ArchTest
    static final ArchRule CONSISTENCY_KNOWS_NO_STATE =
            group(CONSISTENCY).because("how long a write stays unseen says nothing about what was written");

    @ArchTest
    static final ArchRule BACKGROUND_WORK_KNOWS_NO_SERVICE =
            group(BACKGROUND).because("when something is done says nothing about what it is");

    @ArchTest
    static final ArchRule EVENTS_KNOW_NO_STATE =
            group(EVENTS, JSON).because("the log keeps what writes give it, and computes nothing by itself");

    @ArchTest
    static final ArchRule THE_JOURNAL_ONLY_LISTENS =
            group(JOURNAL, BACKGROUND).because("it records what was decided and decides nothing");

    @ArchTest
    static final ArchRule UNUSED_SETUP_IS_EXPLAINED_BY_THE_JOURNAL =
            group(SETUP, JOURNAL).because("it reads what was registered and received and decides nothing");

    @ArchTest
    static final ArchRule THE_GATEWAY_KNOWS_NO_WIREMOCK = group(
                    GATEWAY, PROTOCOL, FAULTS, ACCESS, RATES, IDENTITY, MESSAGING, STS, JOURNAL, BACKGROUND)
            .because("the gates must stand behind another HTTP server as well");

    @ArchTest
    static final ArchRule WIREMOCK_ONLY_TRANSLATES =
            group(WIREMOCK, GATEWAY).because("it converts requests and responses and knows nothing else of ours");

    @ArchTest
    static final ArchRule CLIENTS_KNOW_NO_SERVICE = only(
                    CLIENTS.classes().or(equivalentTo(ChimeClients.class)),
                    CLIENTS.classes().or(equivalentTo(ChimeClients.class)).or(BASIC_PACKAGES),
                    ACCESS,
                    GATEWAY)
            .because("ready clients reach the fake over HTTP, as the clients of users do");

    @ArchTest
    static final ArchRule ACTORS_ARE_CLIENTS = group(ACTORS, CLIENTS, GATEWAY, SESSION_CLIENT)
            .because("what an actor does passes the gates, as the calls of clients do");

    @ArchTest
    static final ArchRule STREAMS_ONLY_LISTEN = group(STREAMS, MESSAGING, EVENTS, JSON)
            .because("they deliver what the service has written and change nothing about it");

    @ArchTest
    static final ArchRule STS_ISSUES_CREDENTIALS =
            group(STS, ACCESS, IAM).because("it registers callers and knows no operation of Chime");

    @ArchTest
    static final ArchRule ASSERTIONS_READ_WHAT_HAPPENED_AND_THE_STATE = noClasses()
            .that(ASSERTJ)
            .should()
            .dependOnClassesThat(OURS.and(not(ASSERTJ.or(resideInAPackage(BASE))
                    .or(JOURNAL.classes())
                    .or(EVENTS.classes())
                    .or(SESSIONS.classes())
                    .or(SOCKET_FAULTS.classes())
                    .or(STATE.classes())
                    .or(BASIC_PACKAGES))))
            .because("an assertion about anything else would rest on internals");

    @ArchTest
    static final ArchRule ARNS_ARE_PARSED_WHERE_A_REQUEST_IS_BOUND = noClasses()
            .that(MESSAGING
                    .classes()
                    .or(IDENTITY.classes())
                    .or(DIRECTORY.classes())
                    .or(OPERATIONS.classes())
                    .and(not(resideInAPackage(INTERNAL + ".messaging.fixtures"))))
            .should()
            .callMethod(Arn.class, "of", String.class)
            .orShould()
            .callMethod(Arn.class, "parse", String.class, Class.class)
            .because("a call carries its ARNs by kind, and only fixtures get theirs as text");

    @ArchTest
    static final ArchRule GROUPS_FORM_NO_CYCLE = slices().matching(INTERNAL + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a group that can be left only through itself cannot be changed alone");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching(INTERNAL + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("within a group, too, each package stands on those below it");

    private static final int MOST_TYPES = 25;

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> types = classes.stream()
                .filter(type -> resideInAPackage(INTERNAL + "..").test(type))
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

        assertThat(types)
                .as("top-level types of each package; a package with more has more than one purpose")
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    /** Public types of which a static method, or the last call of a builder, makes something internal. */
    private static final Set<String> FACTORIES = Set.of(
            BASE + ".ChimeChannel",
            BASE + ".ChimeMessagingServer",
            BASE + ".ChimeMessagingServerBuilder",
            BASE + ".ChimeUser",
            BASE + ".Operation",
            BASE + ".ServerPool",
            BASE + ".TestIsolation",
            BASE + ".failures.OperationFailures",
            BASE + ".faults.FaultEffects",
            BASE + ".faults.FaultResponse",
            BASE + ".flows.ChannelFlowProcessor$FlowVerdict",
            BASE + ".iam.PolicyDocument",
            BASE + ".iam.PolicySimulator",
            BASE + ".iam.PolicyTemplate",
            BASE + ".leastprivilege.UsedPermissions",
            BASE + ".sweep.SweepEngine",
            BASE + ".sweep.SweepReport",
            BASE + ".sweep.SweepSettings");

    @ArchTest
    static final ArchRule USERS_SEE_NOTHING_INTERNAL = noClasses()
            .that(OURS.and(not(resideInAPackage(INTERNAL + "..")))
                    .and(not(ASSERTJ))
                    .and(not(describe("factories", type -> FACTORIES.contains(type.getName())))))
            .should()
            .dependOnClassesThat(resideInAPackage(INTERNAL + ".."))
            .because("what is internal may change in any release, so public types know it only where they create it");

    @ArchTest
    static final ArchRule SCENARIOS_ARE_MADE_OF_PUBLIC_PARTS = noClasses()
            .that(SCENARIOS)
            .should()
            .dependOnClassesThat(OURS.and(not(SCENARIOS))
                    .and(resideInAPackage(INTERNAL + "..").or(ASSERTJ)))
            .because("a scenario is something that a test could have written");

    @ArchTest
    static final ArchRule NOTHING_RESTS_ON_SCENARIOS = noClasses()
            .that(not(SCENARIOS))
            .should()
            .dependOnClassesThat(SCENARIOS)
            .because("the fake is the same whether or not a test uses one");

    @ArchTest
    static final ArchRule NOTHING_RESTS_ON_THE_SWEEP = noClasses()
            .that(not(SWEEP.classes()))
            .should()
            .dependOnClassesThat(SWEEP.classes())
            .because("a sweep runs tests against a fake, and the fake is the same without it");

    @ArchTest
    static final ArchRule WIREMOCK_STAYS_IN_ITS_PACKAGE = noClasses()
            .that(not(WIREMOCK.classes()))
            .should()
            .dependOnClassesThat(resideInAPackage("com.github.tomakehurst.."))
            .because("one binary must run on every WireMock, and only one group needs to be looked at for that");

    @ArchTest
    static final ArchRule NOTHING_OF_WIREMOCKS_OWN_CLASS_PATH = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "wiremock..", "org.eclipse.jetty..", "com.fasterxml..", "tools.jackson..", "com.google.common.."))
            .because(
                    "the standalone artifact relocates them and the thin ones do not, so a name of theirs fits only one");

    @ArchTest
    static final ArchRule ASSERTJ_STAYS_IN_ITS_PACKAGE = noClasses()
            .that(not(ASSERTJ))
            .should()
            .dependOnClassesThat(resideInAPackage("org.assertj.."))
            .because("AssertJ is optional at run time");

    @ArchTest
    static final ArchRule THE_STATE_HOLDS_NOTHING_OF_THE_OPTIONAL_SDK = noClasses()
            .that(resideInAnyPackage(Stream.of(
                            CONSTRAINTS,
                            COMMON,
                            DIRECTORY,
                            OPERATIONS,
                            MESSAGING,
                            GATEWAY,
                            PROTOCOL,
                            FAULTS,
                            ACCESS,
                            RATES,
                            CONSISTENCY,
                            JOURNAL)
                    .map(PackageGroup::internal)
                    .toArray(String[]::new)))
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
    static final ArchRule THE_SIGNATURE_IS_READ_ONCE = noClasses()
            .that(not(nameMatching(
                    ".*\\.gateway\\.Binder|.*\\.sessions\\.ConnectRequest|.*\\.sts\\.SecurityTokenService")))
            .should()
            .callMethod(AuthorizationReader.class, "read", HttpRequest.class, QueryString.class)
            .because("a request is bound once, or is a connect or one for STS, and two readings could disagree");

    @ArchTest
    static final ArchRule ONE_PACKAGE_ENCODES_URIS = noClasses()
            .that(OURS.and(not(HTTP.classes())))
            .should()
            .dependOnClassesThat(nameMatching("java\\.net\\.URL(En|De)coder|.*\\.SdkHttpUtils"))
            .because("router and signature must read the same query from the same bytes");

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
