package io.github.chimefake.junit.jupiter;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer.OrderAnnotation;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class LifetimeTest {
    @Test
    void everyFakeIsStoppedInTheEnd() {
        Run run = Run.of(SeveralFakesCase.class, FailingCase.class);

        assertThat(run.reported("endpoint")).hasSize(4).allSatisfy(LifetimeTest::isStopped);
    }

    @Test
    void classesThatRunOneAfterTheOtherShareAServerAndNothingElse() {
        Run run = Run.of(FirstClassCase.class, SecondClassCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2);
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
        assertThat(Set.copyOf(run.reported("fake"))).hasSize(2);
        assertThat(run.reported("endpoint")).allSatisfy(LifetimeTest::isStopped);
    }

    @Test
    void aClassWhoseServerWasUsedAsWireMockLeavesTheNextOneAnother() {
        Run run = Run.of(StubbingCase.class, SecondClassCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates().allSatisfy(LifetimeTest::isStopped);
    }

    @Test
    void aClientThatAClassLeavesBehindReachesNoOtherClass() {
        Run run = Run.of(LeavingCase.class, FindingCase.class).succeeded(2);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
        assertThat(run.reported("refusal")).singleElement().asString().contains("is closed, so nothing listens there");
    }

    @Test
    void classesThatRunAtTheSameTimeHaveAServerEach() {
        Run run = Run.inParallel(MeetingCase.class, OtherMeetingCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates().allSatisfy(LifetimeTest::isStopped);
    }

    @Test
    void testsThatRunOneAfterTheOtherShareOneFakeWhateverBecomesOfThem() {
        Run run = Run.of(SharingCase.class);

        assertThat(run.reported("endpoint")).hasSize(8);
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void theFakeOfAConstructorThatFailedServesTheNextTest() {
        Run run = Run.of(FailedConstructorsCase.class);

        assertThat(run.failures()).hasSize(3);
        assertThat(run.reported("endpoint")).hasSize(3);
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void theServerOfAConstructorThatWasAbortedServesTheNextClass() {
        Run run = Run.of(AbortedConstructorCase.class, FirstClassCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("endpoint")).hasSize(2);
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void aTestThatStopsItsFakeLeavesTheNextOneAnother() {
        Run run = Run.of(StoppingCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates().allSatisfy(LifetimeTest::isStopped);
    }

    @Test
    void invocationsOfAnAnnotatedMethodShareOneFake() {
        Run run = Run.of(AnnotatedMethodCase.class).succeeded(3);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void everyAnnotationHasAFakeOfItsOwn() {
        Run run = Run.of(SeveralFakesCase.class).succeeded(3);

        assertThat(run.reported("fake")).hasSize(3).doesNotHaveDuplicates();
    }

    private static void isStopped(String endpoint) {
        URI uri = URI.create(endpoint);
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close());
    }

    private static void report(ChimeMessagingServer chime, TestReporter reporter) {
        reporter.publishEntry("endpoint", chime.endpoint().toString());
        reporter.publishEntry("fake", Integer.toString(System.identityHashCode(chime)));
    }

    @ChimeMessagingFake(users = "alice")
    @DenyCalls(on = Operation.SEND_CHANNEL_MESSAGE)
    static class FirstClassCase {
        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client, TestReporter reporter) {
            report(chime, reporter);
            ChimeUser alice = chime.user("alice");
            assertThat(send(
                            client,
                            alice,
                            chime.channel("general").members(alice).create()))
                    .contains(401);
        }
    }

    @ChimeMessagingFake
    static class SecondClassCase {
        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client, TestReporter reporter) {
            report(chime, reporter);
            assertThat(chime.journal().calls()).isEmpty();
            assertThat(chime.appInstance().unregistered("alice").id()).isEqualTo("alice");
            ChimeUser bob = chime.user("bob");
            assertThat(send(client, bob, chime.channel("general").members(bob).create()))
                    .isEmpty();
        }
    }

    @ChimeMessagingFake
    static class StubbingCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
            chime.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(serviceUnavailable()));
        }
    }

    @ChimeMessagingFake
    static class LeavingCase {
        static ChimeSdkMessagingClient left;

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client, TestReporter reporter) {
            report(chime, reporter);
            left = client;
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class FindingCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
            SdkClientException refusal = catchThrowableOfType(
                    SdkClientException.class, () -> LeavingCase.left.listChannels(Chat.channels(chime.user("alice"))));
            reporter.publishEntry("refusal", refusal.getMessage());
            assertThat(chime.journal().calls()).isEmpty();
        }
    }

    private static final CyclicBarrier BOTH_CLASSES = new CyclicBarrier(2);

    @ChimeMessagingFake
    static class MeetingCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            report(chime, reporter);
            BOTH_CLASSES.await(1, MINUTES);
        }
    }

    @ChimeMessagingFake
    static class OtherMeetingCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            report(chime, reporter);
            BOTH_CLASSES.await(1, MINUTES);
        }
    }

    @ChimeMessagingFake
    static class SeveralFakesCase {
        @Test
        void ofTheClass(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }

        @Test
        @ChimeMessagingFake
        void ofTheMethod(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }

        @Nested
        @ChimeMessagingFake
        class Inner {
            @Test
            void ofTheNestedClass(ChimeMessagingServer chime, TestReporter reporter) {
                report(chime, reporter);
            }
        }
    }

    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class FailingCase {
        FailingCase(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }

        @BeforeAll
        void fail() {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    /** Its constructor reports the fake for every test, those included that get no further. */
    @ChimeMessagingFake
    static class SharingCase {
        SharingCase(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new IllegalStateException("on purpose");
        }

        @Test
        @Disabled("to see what becomes of its fake")
        void isSkipped() {}

        @Nested
        class ThrowingConstructor {
            ThrowingConstructor(ChimeMessagingServer chime) {
                throw new IllegalStateException("on purpose at " + chime);
            }

            @RepeatedTest(2)
            void neverRuns() {}
        }

        @Nested
        class AbortingConstructor {
            AbortingConstructor() {
                abort("on purpose");
            }

            @Test
            void neverRuns() {}
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class ThrowingOnlyInstance {
            ThrowingOnlyInstance() {
                throw new IllegalStateException("on purpose");
            }

            @Test
            void neverRuns() {}
        }

        @Nested
        class Last {
            @Test
            void passes() {}
        }
    }

    @ChimeMessagingFake
    static class AbortedConstructorCase {
        AbortedConstructorCase(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
            abort("on purpose");
        }

        @TestFactory
        Stream<DynamicNode> neverRuns() {
            return Stream.empty();
        }
    }

    /** Jupiter informs no test watcher of factories, and runs no constructor whose parameters it cannot resolve. */
    @ChimeMessagingFake
    @TestClassOrder(OrderAnnotation.class)
    static class FailedConstructorsCase {
        @Nested
        @Order(1)
        class Throwing {
            Throwing(ChimeMessagingServer chime, TestReporter reporter) {
                report(chime, reporter);
                throw new IllegalStateException("on purpose");
            }

            @TestFactory
            Stream<DynamicNode> neverRuns() {
                return Stream.empty();
            }
        }

        @Nested
        @Order(4)
        class Aborting {
            Aborting(ChimeMessagingServer chime, TestReporter reporter) {
                report(chime, reporter);
                abort("on purpose");
            }

            @TestFactory
            Stream<DynamicNode> neverRuns() {
                return Stream.empty();
            }
        }

        @Nested
        @Order(3)
        class Unresolved {
            Unresolved(ChimeMessagingServer chime, String unknown) {}

            @Test
            void neverRuns() {}
        }

        @Nested
        @Order(2)
        class UnresolvedFactory {
            UnresolvedFactory(ChimeMessagingServer chime, String unknown) {}

            @TestFactory
            Stream<DynamicNode> neverRuns() {
                return Stream.empty();
            }
        }

        @Nested
        @Order(5)
        class Last {
            @Test
            void passes(ChimeMessagingServer chime, TestReporter reporter) {
                report(chime, reporter);
            }
        }
    }

    @ChimeMessagingFake
    static class StoppingCase {
        private static ChimeChannel general;

        @BeforeAll
        static void fill(ChimeMessagingServer chime) {
            general = chime.channel("general").members(chime.user("alice")).create();
        }

        @RepeatedTest(2)
        void stops(ChimeMessagingServer chime, ChimeSdkMessagingClient client, TestReporter reporter) {
            report(chime, reporter);
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
            chime.stop();
        }
    }

    static class AnnotatedMethodCase {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        @ChimeMessagingFake
        void reports(int number, ChimeMessagingServer chime, TestReporter reporter) {
            assertThat(chime.journal().calls()).isEmpty();
            chime.channel("general").id("is-taken-once-only").create();
            report(chime, reporter);
        }
    }
}
