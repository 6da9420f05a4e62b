package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.Rival.FromRival;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class ParameterClaimsTest {
    @Test
    void aParameterWithAnAnnotationOfAnotherExtensionIsLeftToIt() {
        Run.of(AnnotatedCase.class, AnnotatedOneInstanceCase.class).succeeded(6);
    }

    @Test
    void aConstructorWithAnAnnotationOfAnotherExtensionIsLeftToItAsAWhole() {
        Run.of(AnnotatedConstructorCase.class).succeeded(2);
    }

    @Test
    void anAnnotationOfOursWinsOverThoseThatNoExtensionKnows() {
        Run.of(NamedCase.class).succeeded(2);
    }

    @Test
    void annotationsAboutTheValueAloneChangeNothing() {
        Run.of(AboutTheValueCase.class).succeeded(1);
    }

    @Test
    void theArgumentsOfAParameterizedTestComeFirst() {
        Run.of(ArgumentsCase.class).succeeded(6);
    }

    @Test
    void aMethodThatProvidesArgumentsMayTakeTheFake() {
        Run run = Run.of(ArgumentFactoryCase.class).succeeded(2);

        assertThat(run.standardError()).doesNotContain("FAILED");
    }

    @Test
    void aConstructorThatSpringAutowiresIsLeftToSpringOnlyWhereSpringIs() {
        Run.with(Map.of("spring.test.constructor.autowire.mode", "all"), InjectionTest.SameFakeCase.class)
                .succeeded(6);
    }

    private static void checkIsRivals(Object... values) {
        assertThat(values).doesNotContainNull().allMatch(Rival::provides);
    }

    private static void checkIsOurs(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                .isEmpty();
        assertThat(chime.journal().calls()).isNotEmpty();
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Slow {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Nullable {}

    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Trusted {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.CLASS)
    private @interface ForTools {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @InjectChimeFake
    private @interface OfChat {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @ChimeEndpoint
    private @interface ChatAddress {}

    @ChimeMessagingFake
    @ExtendWith(Rival.class)
    static class AnnotatedCase {
        AnnotatedCase(@FromRival ChimeSdkMessagingClient rivals, ChimeMessagingServer chime) {
            checkIsRivals(rivals);
            checkIsOurs(chime, chime.client());
        }

        @BeforeAll
        static void beforeAll(@FromRival ChimeSdkMessagingClient client) {
            checkIsRivals(client);
        }

        @BeforeEach
        void beforeEach(@FromRival ChimeSdkMessagingClient client) {
            checkIsRivals(client);
        }

        @Test
        void test(
                @FromRival ChimeSdkMessagingClient client,
                @FromRival ChimeSdkMessagingAsyncClient asyncClient,
                @FromRival ChimeSdkIdentityClient identityClient,
                @FromRival ChimeSdkIdentityAsyncClient identityAsyncClient,
                @FromRival URI uri) {
            checkIsRivals(client, asyncClient, identityClient, identityAsyncClient, uri);
        }

        @Test
        void besideOurs(
                @FromRival ChimeSdkMessagingClient rivals, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            checkIsRivals(rivals);
            checkIsOurs(chime, client);
        }

        @RepeatedTest(1)
        void repeated(@FromRival ChimeSdkMessagingClient rivals, RepetitionInfo info, ChimeMessagingServer chime) {
            checkIsRivals(rivals);
            checkIsOurs(chime, chime.client());
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void parameterized(int number, @FromRival ChimeSdkMessagingClient rivals, ChimeSdkMessagingClient client) {
            checkIsRivals(rivals);
            assertThat(client).isNotEqualTo(rivals);
        }

        @Nested
        class Inner {
            Inner(@FromRival ChimeSdkMessagingClient rivals, ChimeMessagingServer chime) {
                checkIsRivals(rivals);
                checkIsOurs(chime, chime.client());
            }

            @Test
            void test(@FromRival ChimeSdkMessagingClient client) {
                checkIsRivals(client);
            }
        }

        @AfterEach
        void afterEach(@FromRival ChimeSdkMessagingClient client) {
            checkIsRivals(client);
        }

        @AfterAll
        static void afterAll(@FromRival ChimeSdkMessagingClient client) {
            checkIsRivals(client);
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class AnnotatedOneInstanceCase {
        AnnotatedOneInstanceCase(@FromRival ChimeSdkMessagingClient rivals, ChimeMessagingServer chime) {
            checkIsRivals(rivals);
            checkIsOurs(chime, chime.client());
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.class)
    static class AnnotatedConstructorCase {
        @FromRival
        AnnotatedConstructorCase(ChimeSdkMessagingClient client, ChimeSdkIdentityClient identityClient) {
            checkIsRivals(client, identityClient);
        }

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            checkIsOurs(chime, client);
        }

        @Nested
        class Inner {
            @FromRival
            Inner(ChimeSdkMessagingClient client) {
                checkIsRivals(client);
            }

            @Test
            void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                checkIsOurs(chime, client);
            }
        }
    }

    @ChimeMessagingFake
    static class NamedCase {
        @FromRival
        NamedCase(@InjectChimeFake ChimeMessagingServer chime, @OfChat @Slow ChimeSdkMessagingClient client) {
            checkIsOurs(chime, client);
        }

        @Test
        void test(
                @InjectChimeFake @Slow ChimeSdkMessagingClient client,
                @OfChat ChimeMessagingServer chime,
                @ChatAddress @Slow URI endpoint) {
            checkIsOurs(chime, client);
            assertThat(endpoint).isEqualTo(chime.endpoint());
        }

        @ParameterizedTest
        @MethodSource("none")
        void parameterized(@InjectChimeFake ChimeMessagingServer chime, @Slow @OfChat ChimeSdkMessagingClient client) {
            checkIsOurs(chime, client);
        }

        static Stream<Arguments> none() {
            return Stream.of(Arguments.of());
        }
    }

    @ChimeMessagingFake
    static class AboutTheValueCase {
        @Deprecated
        AboutTheValueCase(@Nullable ChimeMessagingServer chime) {
            chime.user("alice");
        }

        @Test
        void test(
                @Nullable ChimeMessagingServer chime,
                @Trusted ChimeSdkMessagingClient client,
                @ForTools ChimeSdkMessagingAsyncClient asyncClient) {
            checkIsOurs(chime, client);
            assertThat(asyncClient).isSameAs(chime.asyncClient());
        }
    }

    @ChimeMessagingFake
    static class ArgumentsCase {
        static Stream<Arguments> clients() {
            return Stream.of(Arguments.of(Rival.client(), "word"));
        }

        @ParameterizedTest
        @MethodSource("clients")
        void clientFirst(ChimeSdkMessagingClient rivals, String word, ChimeMessagingServer chime) {
            checkIsRivals(rivals);
            checkIsOurs(chime, chime.client());
        }

        @ParameterizedTest
        @ValueSource(strings = {"rival:/", "other:/"})
        void uri(URI uri, ChimeMessagingServer chime, @ChimeEndpoint URI endpoint) {
            assertThat(endpoint).isEqualTo(chime.endpoint()).isNotEqualTo(uri);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void oursAfterwards(int number, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            checkIsOurs(chime, client);
        }
    }

    @ChimeMessagingFake
    static class ArgumentFactoryCase {
        static Stream<Arguments> users(ChimeMessagingServer chime) {
            return Stream.of(Arguments.of(chime.user("alice")), Arguments.of(chime.user("bob")));
        }

        @ParameterizedTest
        @MethodSource("users")
        void seesWhatTheyPutIn(Object user, ChimeMessagingServer chime) {
            assertThat(chime.user("alice").arn()).contains("alice");
            assertThat(chime.journal().calls()).isEmpty();
        }
    }
}
