package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Until when fields hold something of a fake, and fields for which there is no fake. */
class HeldFieldsTest {
    @Test
    void aFieldWithoutAFakeIsAnError() {
        for (Class<?> testClass : List.of(WithoutFakeCase.class, StaticWithoutFakeCase.class, OfMethodCase.class)) {
            Run run = Run.of(testClass);

            assertThat(run.failures())
                    .as(testClass.getSimpleName())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains(testClass.getSimpleName(), "no fake", "Annotate the class with @ChimeMessagingFake");
        }
    }

    static class WithoutFakeCase {
        @ChimeBearer("alice")
        ChimeUser alice;

        @Test
        void test() {}
    }

    static class StaticWithoutFakeCase {
        @ChimeMembers("alice")
        static ChimeChannel general;

        @Test
        void test() {}
    }

    static class OfMethodCase {
        @InjectChimeFake
        ChimeMessagingServer chime;

        @Test
        @ChimeMessagingFake
        void withFake(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
        }

        @Test
        void without() {}
    }

    @Test
    void anAnnotatedParameterOfAnotherExtensionRemainsIts() {
        Run.of(OtherExtensionCase.class).succeeded(1);
    }

    static final class Other implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return true;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return "other";
        }
    }

    @ExtendWith(Other.class)
    static class OtherExtensionCase {
        @Test
        void test(@InjectChimeFake String text) {
            assertThat(text).isEqualTo("other");
        }
    }

    abstract static class Base {
        @InjectChimeFake
        static @Nullable ChimeMessagingServer shared;
    }

    @Test
    void aStaticFieldHasItsEarlierValueAfterANestedClassAndAfterItsOwn() {
        Run.of(AroundNestedCase.class).succeeded(3);

        assertThat(Base.shared).isNull();
    }

    @ChimeMessagingFake
    @TestMethodOrder(MethodName.class)
    static class AroundNestedCase extends Base {
        @Nested
        @ChimeMessagingFake
        class Inner extends Base {
            @Test
            void hasItsOwn(ChimeMessagingServer parameter) {
                assertThat(shared).isSameAs(parameter);
            }
        }

        @Nested
        class Later {
            @Test
            void hasThatOfTheClassAround(ChimeMessagingServer parameter) {
                assertThat(shared).isSameAs(parameter);
            }
        }

        @Test
        void hasItsOwn(ChimeMessagingServer parameter) {
            assertThat(shared).isSameAs(parameter);
        }
    }

    abstract static class SharedBase {
        @InjectChimeFake
        static @Nullable ChimeMessagingServer shared;

        static final CountDownLatch FAILED = new CountDownLatch(1);

        @Test
        void waits() throws InterruptedException {
            assertThat(FAILED.await(1, MINUTES)).isTrue();
        }
    }

    /** Waits for the end of the other class, which fails before its first test. */
    @Test
    void aStaticFieldOfTwoClassesAtTheSameTimeIsAnError() {
        Run run = Run.inParallel(FirstCase.class, SecondCase.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("SharedBase.shared", "FirstCase", "SecondCase", "run at the same time", "an instance field");
    }

    static final class Failing implements BeforeAllCallback, ExtensionContext.Store.CloseableResource {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(ExtensionContext.Namespace.create(Failing.class)).put(context.getUniqueId(), this);
        }

        @Override
        public void close() {
            SharedBase.FAILED.countDown();
        }
    }

    @ExtendWith(Failing.class)
    @ChimeMessagingFake
    static class FirstCase extends SharedBase {}

    @ExtendWith(Failing.class)
    @ChimeMessagingFake
    static class SecondCase extends SharedBase {}

    @Test
    void fieldsForAllTestsFollowTheServerThatReplacesAStoppedOne() {
        Run.of(StoppingCase.class).succeeded(6);
    }

    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class StoppingCase {
        @InjectChimeFake
        static @Nullable ChimeMessagingServer chime;

        @ChimeBearer("alice")
        ChimeSdkMessagingClient alicesClient;

        @ChimeMembers("alice")
        ChimeChannel general;

        @RepeatedTest(4)
        void stops(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
            assertThat(parameter.state().channel(general)).isPresent();
            assertThat(parameter.state().channels()).hasSize(1);
            alicesClient.listChannels(channels(parameter.user("alice")));
            assertThat(parameter.journal().calls()).hasSize(1);
            parameter.stop();
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void stopsToo(ChimeMessagingServer parameter) {
                assertThat(chime).isSameAs(parameter);
                alicesClient.listChannels(channels(parameter.user("alice")));
                parameter.stop();
            }
        }
    }

    @Test
    void clientsInFieldsOfALaterServerBelongToEveryLaterTest() {
        assertThat(Run.of(StoppedOnceCase.class).succeeded(3).standardError()).isEmpty();
    }

    @ChimeMessagingFake
    @TestMethodOrder(MethodName.class)
    static class StoppedOnceCase {
        @ChimeBearer("alice")
        static ChimeSdkMessagingClient alicesClient;

        @Test
        void a(ChimeMessagingServer chime) {
            chime.stop();
        }

        @RepeatedTest(2)
        void b(ChimeMessagingServer chime) {
            alicesClient.listChannels(channels(chime.user("alice")));
            assertThat(chime.journal().calls()).hasSize(1);
        }
    }

    @Test
    void anInstanceAroundOneForAllTestsIsSetBeforeAll() {
        Run.of(AroundOneInstanceCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    static class AroundOneInstanceCase {
        @InjectChimeFake
        ChimeMessagingServer chime;

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {
            @InjectChimeFake
            ChimeMessagingServer own;

            @BeforeAll
            void fill() {
                assertThat(chime).isNotNull().isSameAs(own);
                chime.channel("general").create();
            }

            @RepeatedTest(2)
            void hasTheFakeOfTheTest(ChimeMessagingServer parameter) {
                assertThat(chime).isSameAs(parameter).isSameAs(own);
                assertThat(chime.state().channels()).hasSize(1);
            }
        }

        @Test
        void hasItsOwn(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
        }
    }
}
