package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.journal.Journal;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Fields with an annotation of the extension are set before each test, or once for all. */
class InjectedFieldsTest {
    @Test
    void instanceFieldsAreSetBeforeEachTest() {
        Run.of(InstanceCase.class).succeeded(3);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ChimeBearer("alice")
    @interface Alice {}

    abstract static class Base {
        @InjectChimeFake
        private ChimeMessagingServer chime;

        ChimeMessagingServer ofBase() {
            return chime;
        }
    }

    @ChimeMessagingFake
    static class InstanceCase extends Base {
        @InjectChimeFake
        private ChimeMessagingServer chime;

        @InjectChimeFake
        private ChimeSdkMessagingClient client;

        @InjectChimeFake
        ChimeSdkMessagingAsyncClient asyncClient;

        @InjectChimeFake
        ChimeSdkIdentityClient identity;

        @InjectChimeFake
        ChimeAppInstance appInstance;

        @InjectChimeFake
        Journal journal;

        @ChimeEndpoint
        URI endpoint;

        @Alice
        ChimeUser alice;

        @ChimeBearer("bob")
        ChimeSdkMessagingClient bobsClient;

        @ChimeMembers({"alice", "bob"})
        ChimeChannel general;

        ChimeMessagingServer notMarked;

        @BeforeEach
        void use() {
            bobsClient.listChannelMemberships(request -> request.channelArn(general.arn()));
        }

        @RepeatedTest(2)
        void areThoseOfTheTest(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter).isSameAs(ofBase());
            assertThat(journal.calls()).hasSize(1);
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
            asyncClient.listChannels(channels(alice)).join();
            identity.describeAppInstance(request -> request.appInstanceArn(appInstance.arn()));
            assertThat(endpoint).isEqualTo(chime.endpoint());
            assertThat(notMarked).isNull();
            chime.channel("random").create();
        }

        @Nested
        class Inner {
            @ChimeBearer("carol")
            ChimeUser carol;

            @Test
            void theInstanceAroundHasThemToo(ChimeMessagingServer parameter) {
                assertThat(chime).isSameAs(parameter);
                assertThat(carol.arn()).startsWith(appInstance.arn());
                assertThat(chime.state().channels()).hasSize(1);
            }
        }
    }

    @Test
    void staticFieldsAreSetOnceForTheClass() {
        Run.of(StaticCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    static class StaticCase {
        @InjectChimeFake
        private static ChimeMessagingServer chime;

        @ChimeMembers("alice")
        private static ChimeChannel general;

        @BeforeAll
        static void fill() {
            chime.channel("random").create();
        }

        @RepeatedTest(2)
        void belongToTheBaseline(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
            assertThat(chime.state().channel(general)).isPresent();
            assertThat(chime.state().channels()).hasSize(2);
            chime.channel("club").create();
        }

        @Nested
        class Inner {
            @ChimeMembers(value = "bob", name = "inner")
            private static ChimeChannel inner;

            @Test
            void addsItsOwn(ChimeMessagingServer parameter) {
                assertThat(chime).isSameAs(parameter);
                assertThat(chime.state().channel(inner)).isPresent();
                assertThat(chime.state().channels()).hasSize(3);
            }
        }
    }

    @Test
    void fieldsOfOneInstanceForAllTestsAreSetOnce() {
        Run.of(OneInstanceCase.class).succeeded(3);
    }

    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        @InjectChimeFake
        private ChimeMessagingServer chime;

        @ChimeMembers("alice")
        private ChimeChannel general;

        @BeforeAll
        void fill() {
            chime.channel("random").create();
        }

        @RepeatedTest(2)
        void belongToTheBaseline(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
            assertThat(chime.state().channel(general)).isPresent();
            assertThat(chime.state().channels()).hasSize(2);
            chime.channel("club").create();
        }

        @Nested
        @ChimeMessagingFake
        class Elsewhere {
            @InjectChimeFake
            private ChimeMessagingServer own;

            @Test
            void keepsTheFieldOfTheInstanceAround(ChimeMessagingServer parameter) {
                assertThat(own).isSameAs(parameter).isNotSameAs(chime);
                assertThat(chime.state().channel(general)).isPresent();
            }
        }
    }

    @Test
    void fieldsChooseAFakeByItsName() {
        Run.of(NamedCase.class).succeeded(2);
    }

    @ChimeMessagingFake
    static class NamedCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension EU =
                ChimeMessagingFakeExtension.builder().name("eu").build();

        @FakeName("eu")
        static ChimeMessagingServer staticEu;

        @InjectChimeFake
        ChimeMessagingServer chime;

        @FakeName("eu")
        ChimeMessagingServer eu;

        @FakeName("eu")
        @ChimeBearer("alice")
        ChimeUser alice;

        @Test
        void haveIt() {
            assertThat(chime).isNotSameAs(eu);
            assertThat(staticEu).isSameAs(eu);
            assertThat(alice.arn()).startsWith(eu.appInstance().arn());
        }

        @Test
        @ChimeMessagingFake
        void haveThatOfTheMethod(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
        }
    }

    @Test
    void anInstanceFieldThatDeclaresTheFakeServesThemToo() {
        Run.of(DeclaredByInstanceCase.class).succeeded(2);
    }

    static class DeclaredByInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension fake =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @InjectChimeFake
        private ChimeMessagingServer chime;

        @RepeatedTest(2)
        void isSet(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
        }
    }

    @Test
    void testsAtTheSameTimeHaveTheirOwnFields() {
        Run.inParallel(ParallelCase.class).succeeded(8);
    }

    @ChimeMessagingFake(users = "alice")
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelCase {
        @InjectChimeFake
        private ChimeMessagingServer chime;

        @RepeatedTest(8)
        void haveTheirOwn(ChimeMessagingServer parameter) {
            assertThat(chime).isSameAs(parameter);
            chime.client().listChannels(channels(chime.user("alice")));
            assertThat(chime.journal().calls()).hasSize(1);
        }
    }

    @Test
    void mistakesAreExplained() {
        Map<Class<?>, List<String>> expected = Map.of(
                FinalCase.class,
                List.of("FinalCase.chime is final", "Leave out final", "parameter of the constructor"),
                WrongTypeCase.class,
                List.of("@ChimeBearer is on a field of type java.lang.String", "Give the field one of the types"),
                PlainTypeCase.class,
                List.of("@InjectChimeFake is on a field of type java.lang.String", "ChimeMessagingServer"),
                TwoKindsCase.class,
                List.of("@ChimeEndpoint and @ChimeBearer are on one field", "Leave out the others"),
                ForeignCase.class,
                List.of("ForeignCase.chime has the annotation @Foreign", "add @InjectChimeFake"),
                StaticWithoutFakeCase.class,
                List.of("is static, but the class has no fake", "make the field an instance field"),
                UnknownNameCase.class,
                List.of("names the fake \"asia\"", "there is only one fake here"));
        expected.forEach((testClass, parts) -> {
            Run run = Run.of(testClass);

            assertThat(run.failures())
                    .as(testClass.getSimpleName())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains(parts);
            assertThat(run.reported("ran")).isEmpty();
        });
    }

    @Test
    void anotherAnnotationMayStandBesideTheMarker() {
        Run.of(ForeignBesideMarkerCase.class).succeeded(1);
    }

    @Test
    void aFieldForAllTestsAllowsNoTestsAtTheSameTime() {
        Run run = Run.inParallel(SharedInParallelCase.class);

        assertThat(run.failures())
                .anySatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("SharedInParallelCase.chime holds one fake for all tests")
                        .hasMessageContaining("@Execution(SAME_THREAD)"));
    }

    static class Running {
        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "yes");
        }
    }

    @ChimeMessagingFake
    static class FinalCase extends Running {
        @InjectChimeFake
        final ChimeMessagingServer chime;

        FinalCase(ChimeMessagingServer chime) {
            this.chime = chime;
        }
    }

    @ChimeMessagingFake
    static class WrongTypeCase extends Running {
        @ChimeBearer("alice")
        String alice;
    }

    @ChimeMessagingFake
    static class PlainTypeCase extends Running {
        @InjectChimeFake
        String chime;
    }

    @ChimeMessagingFake
    static class TwoKindsCase extends Running {
        @ChimeEndpoint
        @ChimeBearer("alice")
        URI endpoint;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Foreign {}

    @ChimeMessagingFake
    static class ForeignCase extends Running {
        @FakeName("eu")
        @Foreign
        ChimeMessagingServer chime;
    }

    @ChimeMessagingFake
    static class ForeignBesideMarkerCase {
        @InjectChimeFake
        @Foreign
        ChimeMessagingServer chime;

        @Test
        void isSet() {
            assertThat(chime).isNotNull();
        }
    }

    static class StaticWithoutFakeCase extends Running {
        @RegisterExtension
        final ChimeMessagingFakeExtension fake =
                ChimeMessagingFakeExtension.builder().build();

        @InjectChimeFake
        static ChimeMessagingServer chime;
    }

    @ChimeMessagingFake
    static class UnknownNameCase extends Running {
        @FakeName("asia")
        ChimeMessagingServer chime;
    }

    @ExtendWith(SharedInParallelCase.Watching.class)
    @ChimeMessagingFake
    static class SharedInParallelCase {
        private static final CountDownLatch FAILED = new CountDownLatch(1);

        @InjectChimeFake
        static ChimeMessagingServer chime;

        static final class Watching implements TestWatcher {
            @Override
            public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
                FAILED.countDown();
            }
        }

        @RepeatedTest(2)
        void waits() throws InterruptedException {
            assertThat(FAILED.await(1, MINUTES)).isTrue();
        }
    }
}
