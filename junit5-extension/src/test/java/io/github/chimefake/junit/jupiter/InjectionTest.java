package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeMessagingServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class InjectionTest {
    @Test
    void everyMethodOfAClassIsGivenTheFakeItsClientsAndItsEndpoint() {
        Run run = Run.of(EverywhereCase.class).succeeded(6);

        assertThat(run.reported("method"))
                .contains("@BeforeAll", "constructor", "@BeforeEach", "@Test", "@ParameterizedTest", "@RepeatedTest")
                .contains("@TestFactory", "dynamic test", "@AfterEach", "@AfterAll");
    }

    @Test
    void aClassWithOneInstanceForAllTestsIsGivenThemToo() {
        Run run = Run.of(OneInstanceCase.class).succeeded(1);

        assertThat(run.reported("method"))
                .containsExactly("constructor", "@BeforeAll", "@BeforeEach", "@Test", "@AfterEach", "@AfterAll");
    }

    @Test
    void aNestedClassIsGivenThemToo() {
        Run run = Run.of(OuterCase.class).succeeded(2);

        assertThat(run.reported("method"))
                .contains("outer constructor", "nested constructor", "nested @BeforeEach", "nested @Test")
                .contains("nested @BeforeAll", "nested @AfterAll");
    }

    @Test
    void theConstructorSeesTheFakeOfTheTest() {
        Run run = Run.of(SameFakeCase.class).succeeded(6);

        assertThat(run.reported("same")).hasSize(6).containsOnly("true");
    }

    @Test
    void clientsOfIdentityAreThoseOfTheSameFake() {
        Run run = Run.of(IdentityCase.class).succeeded(1);

        assertThat(run.reported("same")).containsExactly("true", "true");
    }

    @Test
    void theAnnotationMayStandOnAnAnnotation() {
        Run.of(ComposedCase.class).succeeded(1);
    }

    @Test
    void theAnnotationMayStandOnASuperclass() {
        Run.of(InheritingCase.class).succeeded(1);
    }

    @Test
    void aMethodMayHaveAFakeOfItsOwn() {
        Run run = Run.of(AnnotatedMethodCase.class).succeeded(3);

        assertThat(run.reported("app instance"))
                .containsExactly(
                        "arn:aws:chime:eu-central-1:111122223333:app-instance/chat in eu-central-1",
                        "arn:aws:chime:eu-central-1:111122223333:app-instance/chat in eu-central-1");
    }

    /** Calls the fake with each client, and checks that all that was injected is of one fake. */
    static void check(
            String method,
            TestReporter reporter,
            ChimeMessagingServer chime,
            ChimeSdkMessagingClient client,
            ChimeSdkMessagingAsyncClient asyncClient,
            URI endpoint) {
        int calls = chime.journal().calls().size();
        client.listChannels(channels(chime.user("alice")));
        asyncClient.listChannels(channels(chime.user("alice"))).join();

        assertThat(chime.journal().calls()).hasSize(calls + 2);
        assertThat(endpoint).isEqualTo(chime.endpoint());
        reporter.publishEntry("method", method);
    }

    @ChimeMessagingFake
    static class EverywhereCase {
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
            check("@BeforeEach", reporter, chime, client, asyncClient, endpoint);
        }

        @Test
        void test(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@Test", reporter, chime, client, asyncClient, endpoint);
        }

        @ParameterizedTest
        @ValueSource(strings = {"hello", "again"})
        void parameterizedTest(
                String word,
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@ParameterizedTest", reporter, chime, client, asyncClient, endpoint);
        }

        @RepeatedTest(2)
        void repeatedTest(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@RepeatedTest", reporter, chime, client, asyncClient, endpoint);
        }

        @TestFactory
        Stream<DynamicTest> testFactory(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@TestFactory", reporter, chime, client, asyncClient, endpoint);
            return Stream.of(DynamicTest.dynamicTest(
                    "dynamic", () -> check("dynamic test", reporter, chime, client, asyncClient, endpoint)));
        }

        @AfterEach
        void afterEach(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@AfterEach", reporter, chime, client, asyncClient, endpoint);
        }

        @AfterAll
        static void afterAll(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkMessagingClient client,
                ChimeSdkMessagingAsyncClient asyncClient,
                @ChimeEndpoint URI endpoint) {
            check("@AfterAll", reporter, chime, client, asyncClient, endpoint);
        }
    }

    @ChimeMessagingFake
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        private final TestReporter reporter;

        OneInstanceCase(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            this.reporter = reporter;
            check("constructor", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }

        @BeforeAll
        void beforeAll(ChimeMessagingServer chime, ChimeSdkMessagingAsyncClient asyncClient) {
            check("@BeforeAll", reporter, chime, chime.client(), asyncClient, chime.endpoint());
        }

        @BeforeEach
        void beforeEach(ChimeMessagingServer chime, @ChimeEndpoint URI endpoint) {
            check("@BeforeEach", reporter, chime, chime.client(), chime.asyncClient(), endpoint);
        }

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("@Test", reporter, chime, client, chime.asyncClient(), chime.endpoint());
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

    @ChimeMessagingFake
    static class OuterCase {
        OuterCase(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            check("outer constructor", reporter, chime, client, chime.asyncClient(), chime.endpoint());
        }

        @Test
        void test() {}

        @Nested
        class Inner {
            Inner(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                check("nested constructor", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            }

            @BeforeAll
            static void beforeAll(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                check("nested @BeforeAll", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            }

            @BeforeEach
            void beforeEach(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                check("nested @BeforeEach", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            }

            @Test
            void test(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                check("nested @Test", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            }

            @AfterAll
            static void afterAll(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                check("nested @AfterAll", reporter, chime, client, chime.asyncClient(), chime.endpoint());
            }
        }
    }

    @ChimeMessagingFake
    static class SameFakeCase {
        private final ChimeMessagingServer ofConstructor;

        SameFakeCase(ChimeMessagingServer chime) {
            ofConstructor = chime;
            chime.appInstance().user("alice", "put in by the constructor");
        }

        @BeforeEach
        void compare(ChimeMessagingServer chime, TestReporter reporter) {
            assertThat(chime.user("alice").name()).isEqualTo("put in by the constructor");
            reporter.publishEntry("same", Boolean.toString(chime == ofConstructor));
        }

        @Test
        void one() {}

        @RepeatedTest(2)
        void repeated() {}

        @Nested
        class Inner {
            @Test
            void inner() {}

            @Nested
            class Innermost {
                private final ChimeMessagingServer ofInnermostConstructor;

                Innermost(ChimeMessagingServer chime) {
                    ofInnermostConstructor = chime;
                }

                @Test
                void one(ChimeMessagingServer chime) {
                    assertThat(chime).isSameAs(ofInnermostConstructor).isSameAs(ofConstructor);
                }

                @Test
                void two(ChimeMessagingServer chime) {
                    assertThat(chime).isSameAs(ofInnermostConstructor).isSameAs(ofConstructor);
                }
            }
        }
    }

    @ChimeMessagingFake
    static class IdentityCase {
        @Test
        void test(
                TestReporter reporter,
                ChimeMessagingServer chime,
                ChimeSdkIdentityClient client,
                ChimeSdkIdentityAsyncClient asyncClient) {
            reporter.publishEntry(
                    "same", Boolean.toString(client == chime.clients().identityClient()));
            reporter.publishEntry(
                    "same", Boolean.toString(asyncClient == chime.clients().identityAsyncClient()));
        }
    }

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ChimeMessagingFake(users = {"alice", "bob"})
    @interface ChatTest {}

    @ChatTest
    static class ComposedCase {
        @Test
        void test(ChimeMessagingServer chime) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.appInstance().unregistered("alice"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.appInstance().unregistered("bob"));
        }
    }

    @ChimeMessagingFake
    abstract static class Base {}

    static class InheritingCase extends Base {
        @Test
        void test(ChimeMessagingServer chime) {
            assertThat(chime.journal().calls()).isEmpty();
        }
    }

    static class AnnotatedMethodCase {
        @Test
        void unannotated() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @ChimeMessagingFake(appInstance = "arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
        void annotated(int number, ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("app instance", chime.appInstance().arn() + " in " + chime.region());
        }
    }
}
