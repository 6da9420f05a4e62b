package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.junit.jupiter.Rival.FromRival;
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
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a person reads when Jupiter cannot tell who provides a parameter that the fake could provide. */
class ParameterAdviceTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                CompetingTestCase.class,
                CompetingFactoryCase.class,
                CompetingBeforeAllCase.class,
                CompetingBeforeEachCase.class,
                CompetingAfterEachCase.class,
                CompetingAfterAllCase.class,
                CompetingConstructorCase.class,
                CompetingOnlyConstructorCase.class
            })
    void aCompetitionNamesTheWayOut(Class<?> testClass) {
        assertThat(advice(testClass))
                .contains("Both the Chime messaging fake and another extension provide a parameter of this type")
                .contains("put its annotation, or an annotation that you define, on the parameter")
                .contains("take a parameter ChimeMessagingServer chime and use chime.client()");
    }

    @Test
    void aCompetitionForAParameterWithAnAnnotationOfOursNamesTheWayOut() {
        assertThat(advice(CompetingNamedCase.class))
                .contains("another extension provides it, too. Leave out one of their annotations");
    }

    @Test
    void aParameterThatNobodyProvidesNamesTheWayOut() {
        assertThat(advice(NobodyCase.class)).contains("it has the annotation @Slow", "put @InjectChimeFake on it");
        assertThat(advice(NobodyConstructorCase.class))
                .contains("its constructor has the annotation @FromRival", "take it in the test or in @BeforeEach");
        assertThat(advice(NobodyArgumentsCase.class))
                .contains(
                        "it is the first of a parameterized test or class, which takes an argument",
                        "put @InjectChimeFake on it");
    }

    @Test
    void anAnnotationOfOursOnAnotherTypeIsExplained() {
        assertThat(Run.of(WrongTypeCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("@InjectChimeFake is on a parameter of type java.net.URI")
                .contains("ChimeMessagingServer, ChimeSdkMessagingClient", "@ChimeEndpoint URI");
    }

    /** What a person reads of the only failure: its message, and what was added to it. */
    private static String advice(Class<?> testClass) {
        Run run = Run.of(testClass);
        assertThat(run.failures()).singleElement().isInstanceOf(ParameterResolutionException.class);
        Throwable failure = run.failures().get(0);
        return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
                .map(Throwable::getMessage)
                .reduce("", (one, other) -> one + "\n" + other);
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Slow {}

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingTestCase {
        @Test
        void test(ChimeSdkMessagingClient client) {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingFactoryCase {
        @TestFactory
        Stream<DynamicNode> factory(ChimeSdkMessagingClient client) {
            return Stream.empty();
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingBeforeAllCase {
        @BeforeAll
        static void beforeAll(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingBeforeEachCase {
        @BeforeEach
        void beforeEach(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingAfterEachCase {
        @AfterEach
        void afterEach(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingAfterAllCase {
        @AfterAll
        static void afterAll(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    static class CompetingConstructorCase {
        CompetingConstructorCase(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.Greedy.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class CompetingOnlyConstructorCase {
        CompetingOnlyConstructorCase(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @ExtendWith(Rival.class)
    static class CompetingNamedCase {
        @Test
        void test(@InjectChimeFake @FromRival ChimeSdkMessagingClient client) {}
    }

    @ChimeMessagingFake
    static class NobodyCase {
        @Test
        void test(@Slow ChimeSdkMessagingClient client) {}
    }

    @ChimeMessagingFake
    static class NobodyConstructorCase {
        @FromRival
        NobodyConstructorCase(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class NobodyArgumentsCase {
        static Stream<Arguments> none() {
            return Stream.of(Arguments.of());
        }

        @ParameterizedTest
        @MethodSource("none")
        void test(ChimeSdkMessagingClient client) {}
    }

    @ChimeMessagingFake
    static class WrongTypeCase {
        @Test
        void test(@InjectChimeFake URI endpoint) {}
    }
}
