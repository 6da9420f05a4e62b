package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static io.github.chimefake.junit.jupiter.InjectionTest.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** A static field does what the annotation on the class does; other tests show what that is. */
@Tag("slow")
class StaticFieldTest {
    @Test
    void everyMethodOfAClassIsGivenTheFakeItsClientsAndItsEndpoint() {
        Run run = Run.of(EverywhereCase.class).succeeded(6);

        assertThat(run.reported("method"))
                .contains("@BeforeAll", "constructor", "@BeforeEach", "@Test", "@ParameterizedTest", "@RepeatedTest")
                .contains("@TestFactory", "dynamic test", "@AfterEach", "@AfterAll");
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void aClassWithOneInstanceForAllTestsIsGivenThemToo() {
        Run run = Run.of(OneInstanceCase.class).succeeded(3);

        assertThat(run.reported("method"))
                .startsWith("constructor", "@BeforeAll", "@BeforeEach")
                .endsWith("@AfterEach", "@AfterAll");
    }

    @Test
    void aNestedClassSharesTheFakeAndAddsToTheBaselineForItsOwnTestsOnly() {
        Run run = Run.of(OuterCase.class).succeeded(6);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
        assertThat(run.reported("same")).hasSize(6).containsOnly("true");
    }

    @Test
    void everyTestStartsFromTheBaseline() {
        Run.of(BaselineCase.class).succeeded(3);
    }

    @Test
    void rulesOfTheClassOfNestedClassesAndOfMethodsApply() {
        Run.of(RulesCase.class).succeeded(5);
    }

    @ParameterizedTest
    @ValueSource(classes = {InheritingCase.class, PrivateCase.class, InterfaceCase.class, SupertypeCase.class})
    void theFieldIsFoundAsJupiterFindsIt(Class<?> testClass) {
        Run.of(testClass).succeeded(1);
    }

    @Test
    void classesThatInheritTheFieldHaveAFakeEach() {
        Run run = Run.of(InheritingCase.class, OtherInheritingCase.class).succeeded(2);

        assertThat(run.reported("fake")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMethodThatProvidesArgumentsAddsToTheBaselineOfTheirTest() {
        Run.of(ArgumentFactoryCase.class).succeeded(2);
    }

    static class EverywhereCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        EverywhereCase(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("constructor", reporter, chime, client, asyncClient, endpoint);
        }

        @BeforeAll
        static void beforeAll(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@BeforeAll", reporter, chime, client, asyncClient, endpoint);
        }

        @BeforeEach
        void beforeEach(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            reporter.publishEntry("endpoint", endpoint.toString());
            check("@BeforeEach", reporter, chime, client, asyncClient, endpoint);
        }

        @Test
        void test(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                ChimeSdkIdentityClient identity,
                @ChimeEndpoint URI endpoint) {
            check("@Test", reporter, chime, client, asyncClient, endpoint);
            assertThat(identity).isSameAs(chime.clients().identityClient());
        }

        @ParameterizedTest
        @ValueSource(strings = {"hello", "again"})
        void parameterizedTest(String word, TestReporter reporter, ChimeMessagingServer chime) {
            check("@ParameterizedTest", reporter, chime, chime.client(), chime.asyncClient(), chime.endpoint());
        }

        @RepeatedTest(2)
        void repeatedTest(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@RepeatedTest", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }

        @TestFactory
        Stream<DynamicTest> testFactory(
                TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@TestFactory", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            return Stream.of(dynamicTest(
                    "dynamic",
                    () -> check("dynamic test", reporter, chime, client, chime.asyncClient(), chime.endpoint())));
        }

        @AfterEach
        void afterEach(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@AfterEach", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }

        @AfterAll
        static void afterAll(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@AfterAll", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private final TestReporter reporter;
        private final ChimeSdkMessagingClient sharedClient;
        private final ChimeChannel general;

        OneInstanceCase(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            this.reporter = reporter;
            this.sharedClient = client;
            check("constructor", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            general = chime.channel("general").members(chime.user("alice")).create();
        }

        @BeforeAll
        void beforeAll(ChimeMessagingServer chime, ChimeSdkMessagingAsyncClient asyncClient) {
            check("@BeforeAll", reporter, chime, chime.client(), asyncClient, chime.endpoint());
            chime.permissions().by(chime.user("alice")).on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);
        }

        @BeforeEach
        void beforeEach(ChimeMessagingServer chime, @ChimeEndpoint URI endpoint) {
            assertThat(chime.journal().calls()).isEmpty();
            check("@BeforeEach", reporter, chime, chime.client(), chime.asyncClient(), endpoint);
        }

        @RepeatedTest(3)
        void startsWithChannelAndRule(ChimeMessagingServer chime) {
            assertThat(send(sharedClient, chime.user("alice"), general)).contains(403);
            chime.permissions().clear();
            assertThat(send(sharedClient, chime.user("alice"), general)).isEmpty();
        }

        @AfterEach
        void afterEach(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@AfterEach", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }

        @AfterAll
        void afterAll(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@AfterAll", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }
    }

    static class OuterCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private final ChimeMessagingServer ofConstructor;

        OuterCase(ChimeMessagingServer chime) {
            ofConstructor = chime;
        }

        @BeforeAll
        static void fill(ChimeMessagingServer chime) {
            chime.channel("of-outer").members(chime.user("alice")).create();
        }

        @BeforeEach
        void report(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            reporter.publishEntry("same", Boolean.toString(chime == ofConstructor));
        }

        @RepeatedTest(2)
        void seesTheChannelOfOuter(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                    .hasSize(1);
            chime.channel("random").members(chime.user("alice")).create();
        }

        @Nested
        class Inner {
            private final ChimeSdkMessagingClient ofNestedConstructor;

            Inner(ChimeSdkMessagingClient client) {
                ofNestedConstructor = client;
            }

            @BeforeAll
            static void fill(ChimeMessagingServer chime) {
                chime.channel("of-inner").members(chime.user("alice")).create();
            }

            @RepeatedTest(2)
            void seesTheChannelsOfBoth(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                assertThat(ofNestedConstructor).isSameAs(client);
                assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                        .hasSize(2);
                chime.channel("random").members(chime.user("alice")).create();
            }

            @Nested
            @TestInstance(Lifecycle.PER_CLASS)
            class Innermost {
                @BeforeAll
                void fill(ChimeMessagingServer chime) {
                    chime.channel("of-innermost").members(chime.user("alice")).create();
                }

                @RepeatedTest(2)
                void seesTheChannelsOfAll(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                    assertThat(client.listChannels(channels(chime.user("alice")))
                                    .channels())
                            .hasSize(3);
                    chime.channel("random").members(chime.user("alice")).create();
                }
            }
        }
    }

    static class BaselineCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private static ChimeChannel general;
        private static ChimeSdkMessagingClient sharedClient;

        BaselineCase(ChimeMessagingServer chime) {
            chime.channel("of-constructor").id("is-taken-once-only").create();
        }

        @BeforeAll
        static void fill(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            general = chime.channel("general").members(chime.user("alice")).create();
            sharedClient = client;
            chime.permissions().by(chime.user("alice")).on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);
        }

        @RepeatedTest(3)
        void startsWithChannelAndRule(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");

            assertThat(chime.journal().calls()).isEmpty();
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(2);
            assertThat(send(sharedClient, alice, general)).contains(403);
            chime.reset();
            assertThat(send(sharedClient, alice, general)).contains(403);
            chime.permissions().clear();
            assertThat(send(sharedClient, alice, general)).isEmpty();
            chime.channel("random").members(alice).create();
        }
    }

    @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice")
    @FailCalls(on = LIST_CHANNELS, calls = 1, error = FORBIDDEN)
    static class RulesCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice", "bob").build();

        private ChimeUser alice;
        private ChimeUser bob;
        private ChimeChannel general;

        @BeforeEach
        void fill(ChimeMessagingServer chime) {
            alice = chime.user("alice");
            bob = chime.user("bob");
            general = chime.channel("general").members(alice, bob).create();
        }

        @RepeatedTest(2)
        void ofTheClass(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).isEmpty();
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> client.listChannels(channels(alice)));
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "bob", error = FORBIDDEN)
        void ofAMethod(ChimeSdkMessagingClient client) {
            assertThat(send(client, alice, general)).contains(401);
            assertThat(send(client, bob, general)).contains(403);
        }

        @Nested
        @DenyCalls(on = LIST_CHANNELS)
        class Inner {
            @Test
            void ofBothClasses(ChimeSdkMessagingClient client) {
                assertThat(send(client, alice, general)).contains(401);
                assertThatExceptionOfType(ForbiddenException.class)
                        .isThrownBy(() -> client.listChannels(channels(bob)));
                assertThatExceptionOfType(UnauthorizedClientException.class)
                        .isThrownBy(() -> client.listChannels(channels(bob)));
            }
        }

        @Nested
        class Sibling {
            @Test
            void ofTheOuterClass(ChimeSdkMessagingClient client) {
                assertThat(send(client, alice, general)).contains(401);
                assertThat(send(client, bob, general)).isEmpty();
            }
        }
    }

    abstract static class Base {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client, TestReporter reporter) {
            assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                    .isEmpty();
            chime.channel("general").id("is-taken-once-only").create();
            reporter.publishEntry("fake", Integer.toString(System.identityHashCode(chime)));
        }
    }

    static class InheritingCase extends Base {}

    static class OtherInheritingCase extends Base {}

    static class PrivateCase {
        @RegisterExtension
        private static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime) {
            chime.user("alice");
        }
    }

    interface WithFake {
        @RegisterExtension
        ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();
    }

    static class InterfaceCase implements WithFake {
        @Test
        void test(ChimeMessagingServer chime) {
            chime.user("alice");
        }
    }

    @DenyCalls(on = LIST_CHANNELS)
    static class SupertypeCase {
        @RegisterExtension
        static final Extension CHIME = ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.listChannels(channels(chime.user("alice"))));
        }
    }

    static class ArgumentFactoryCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        static Stream<Arguments> users(ChimeMessagingServer chime) {
            return Stream.of(Arguments.of(chime.user("alice")), Arguments.of(chime.user("bob")));
        }

        @ParameterizedTest
        @MethodSource("users")
        void seesWhatTheyPutIn(Object user, ChimeMessagingServer chime) {
            assertThat(chime.appInstance().unregistered("carol").id()).isEqualTo("carol");
            assertThat(chime.user("alice").arn()).contains("alice");
            assertThat(chime.journal().calls()).isEmpty();
        }
    }
}
