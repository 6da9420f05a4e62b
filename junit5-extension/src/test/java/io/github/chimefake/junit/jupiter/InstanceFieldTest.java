package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** An instance field gives each test a fake of its own. */
class InstanceFieldTest {
    @Test
    void givesEachTestAFakeOnAPooledServer() {
        Run run = Run.of(EachCase.class).succeeded(6);

        assertThat(run.reported("fake")).hasSize(5).doesNotHaveDuplicates();
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void givesEachTestOfOneInstanceAFake() {
        Run run = Run.of(OneInstanceCase.class).succeeded(2);

        assertThat(run.reported("fake")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void givesParallelTestsAFakeEach() {
        Run run = Run.inParallel(ParallelCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void givesThePortToOneOfTheTestsThatRunInParallel() {
        Run run = Run.inParallel(PortCase.class).succeeded(2);

        assertThat(run.reported("port")).hasSize(2).doesNotHaveDuplicates().contains("" + PortCase.PORT);
    }

    @Test
    void givesNoneToConstructors() {
        assertThat(Run.of(ConstructorCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("No ParameterResolver registered");
    }

    @Test
    void givesNoneToBeforeAll() {
        assertThat(Run.of(BeforeAllCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("No ParameterResolver registered");
    }

    @Test
    void saysStaticWhereItIsRegisteredAlready() {
        assertThat(Run.of(OneInstanceBeforeAllCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("static");
    }

    @Test
    void appliesRulesOfTheClassesAroundAndOfTheMethod() {
        Run.of(RulesCase.class).succeeded(3);
    }

    @Test
    void printsTheJournalOfEachFailureOnce() {
        Run run = Run.of(FailingCase.class);

        assertThat(run.failedTests()).isEqualTo(3);
        assertThat(run.standardError().split("FAILED: ", -1)).hasSize(4);
        assertThat(run.standardError()).contains("ListChannels");
    }

    @Test
    void servesNestedTests() {
        Run run = Run.of(OuterCase.class).succeeded(2);

        assertThat(run.reported("fake")).hasSize(2).doesNotHaveDuplicates();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(ChimeMessagingServer chime, TestReporter reporter) {
        assertThat(chime.journal().calls()).isEmpty();
        chime.channel("general").id("once-only").create();
        chime.client().listChannels(channels(chime.user("alice")));
        reporter.publishEntry("fake", chime + " " + System.identityHashCode(chime));
        reporter.publishEntry("endpoint", chime.endpoint().toString());
    }

    static class EachCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private ChimeMessagingServer ofBeforeEach;

        @BeforeEach
        void take(ChimeMessagingServer chime, TestReporter reporter) {
            ofBeforeEach = chime;
            report(chime, reporter);
        }

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(chime).isSameAs(ofBeforeEach);
            assertThat(client).isSameAs(chime.client());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int n, ChimeMessagingServer chime) {
            assertThat(chime).isSameAs(ofBeforeEach);
        }

        @RepeatedTest(1)
        void repeated(ChimeMessagingServer chime) {
            assertThat(chime).isSameAs(ofBeforeEach);
        }

        @TestFactory
        Stream<DynamicTest> factory(ChimeMessagingServer chime) {
            return Stream.of("a", "b")
                    .map(name -> DynamicTest.dynamicTest(
                            name, () -> assertThat(chime.isRunning()).isTrue()));
        }

        @AfterEach
        void compare(ChimeMessagingServer chime) {
            assertThat(chime).isSameAs(ofBeforeEach);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().build();

        @RepeatedTest(2)
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    static class ParallelCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().build();

        @RepeatedTest(2)
        void test(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            BOTH.await(1, MINUTES);
            report(chime, reporter);
        }
    }

    static class PortCase {
        static final int PORT = freePort();
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().port(PORT).build();

        @RepeatedTest(2)
        void test(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            BOTH.await(1, MINUTES);
            reporter.publishEntry("port", "" + chime.endpoint().getPort());
        }
    }

    static class ConstructorCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().build();

        ConstructorCase(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    static class BeforeAllCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        static void take(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceBeforeAllCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        void take(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    @DenyCalls(on = SEND_CHANNEL_MESSAGE)
    static class RulesCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private static boolean sends(ChimeMessagingServer chime) {
            ChimeUser alice = chime.user("alice");
            return send(
                            chime.client(),
                            alice,
                            chime.channel("general").members(alice).create())
                    .isEmpty();
        }

        private static boolean lists(ChimeMessagingServer chime) {
            try {
                chime.client().listChannels(channels(chime.user("alice")));
                return true;
            } catch (RuntimeException denied) {
                return false;
            }
        }

        @Test
        void ofTheClass(ChimeMessagingServer chime) {
            assertThat(sends(chime)).isFalse();
            assertThat(lists(chime)).isTrue();
        }

        @Test
        @DenyCalls(on = LIST_CHANNELS)
        void ofBoth(ChimeMessagingServer chime) {
            assertThat(sends(chime)).isFalse();
            assertThat(lists(chime)).isFalse();
        }

        @Nested
        @DenyCalls(on = LIST_CHANNELS)
        class Inner {
            @Test
            void ofBothClasses(ChimeMessagingServer chime) {
                assertThat(sends(chime)).isFalse();
                assertThat(lists(chime)).isFalse();
            }
        }
    }

    static class FailingCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private static void callAndFail(ChimeMessagingServer chime) {
            chime.client().listChannels(channels(chime.user("alice")));
            throw new IllegalStateException("on purpose");
        }

        @Test
        void fails(ChimeMessagingServer chime) {
            callAndFail(chime);
        }

        @Test
        void passes() {}

        @TestFactory
        Stream<DynamicTest> factory(ChimeMessagingServer chime) {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> callAndFail(chime)));
        }

        @Nested
        class Inner {
            @Test
            void fails(ChimeMessagingServer chime) {
                callAndFail(chime);
            }
        }
    }

    static class OuterCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chimeFake =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @Test
        void outer(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }

        @Nested
        class Inner {
            @Test
            void inner(ChimeMessagingServer chime, TestReporter reporter) {
                report(chime, reporter);
            }
        }
    }
}
